using System.Collections.Concurrent;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>Keeps every text that was ever in force, and when, and finds the script of a pinned version or of a moment again.</summary>
internal sealed class ScriptArchive(ScriptLibrary library, Store store, IClock clock)
{
    private readonly ConcurrentDictionary<ScriptVersion, object> _found = [];

    /// <summary>Archives what is not yet archived, and writes down what is in force from now on.</summary>
    public Task Keep(ScriptSnapshot snapshot, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (version, script) in snapshot.Scripts)
            _found[version] = script;
        return store.Write(
            async (db, token) =>
            {
                var known = await db.Set<ScriptText>().Select(t => t.Hash).ToListAsync(token);
                db.AddRange(snapshot.Bundles.Where(b => !known.Contains(b.Key.Hash)).DistinctBy(b => b.Key.Hash).Select(b => Row(snapshot, b.Key, b.Value, now)));
                var terms = await db.Set<ScriptTerm>().AsNoTracking()
                    .Where(t => !db.Set<ScriptTerm>().Any(later => later.Path == t.Path && later.Number > t.Number)).ToDictionaryAsync(t => t.Path, token);
                db.AddRange(
                    from bundle in snapshot.Bundles
                    let last = terms.GetValueOrDefault(bundle.Value.Own.Path)
                    where last?.Hash != bundle.Key.Hash
                    select new ScriptTerm { Path = bundle.Value.Own.Path, Number = (last?.Number ?? 0) + 1, Hash = bundle.Key.Hash, Since = now });
                return true;
            },
            Rerun.OnConflictOrTakenKey,
            cancellationToken);
    }

    /// <summary>Versions that were signed before with another content.</summary>
    public async Task<IReadOnlyList<ScriptDiagnostic>> FindReused(ScriptSnapshot snapshot, CancellationToken cancellationToken)
    {
        var signed = await store.Read(
            (db, token) => db.Set<ScriptText>().Where(t => t.SignedContent != null).Select(t => new { t.Path, t.Version, t.SignedContent }).ToListAsync(token),
            cancellationToken);
        return
        [
            .. snapshot.Scripts.Values.OfType<TriageProtocol>()
                .Where(p => p.ProtocolStatus == ProtocolStatus.Signed)
                .Select(p => (Protocol: p, snapshot.Bundles[p.Version].Own.Path, Content: ProtocolContent.Sha256(p)))
                .Where(p => signed.Exists(s => s.Path == p.Path && s.Version == p.Protocol.Version.Version && s.SignedContent != p.Content))
                .Select(p => TriageCodes.VersionReused.At(new SourceSpan(p.Path, 1, 1), p.Protocol.Version.Version)),
        ];
    }

    /// <summary>The flow of a version that a call has pinned; null when it was never in force here.</summary>
    public ValueTask<IvrFlow?> FindFlow(ContactCenterDb db, ScriptVersion version, CancellationToken cancellationToken) =>
        Find(db, version, bundle => BundleCompiler.Flow(bundle, dialTargets: null), cancellationToken);

    /// <summary>The protocol of a version that a triage began with; null when it was never in force here.</summary>
    public ValueTask<TriageProtocol?> FindProtocol(ContactCenterDb db, ScriptVersion version, CancellationToken cancellationToken) =>
        Find(db, version, BundleCompiler.Protocol, cancellationToken);

    public ValueTask<EscalationPolicy?> FindEscalation(ContactCenterDb db, ScriptVersion version, CancellationToken cancellationToken) =>
        Find(db, version, BundleCompiler.Escalation, cancellationToken);

    /// <summary>The booking rules that were in force at a moment; null when that was not written down.</summary>
    /// <param name="path">Of the practice's file.</param>
    public async ValueTask<BookingBook?> FindBooking(ContactCenterDb db, string path, Instant at, CancellationToken cancellationToken)
    {
        var hash = await db.Set<ScriptTerm>().Where(t => t.Path == path && t.Since <= at).OrderByDescending(t => t.Number).Select(t => t.Hash)
            .FirstOrDefaultAsync(cancellationToken);
        return hash is not null && await db.Set<ScriptText>().Where(t => t.Hash == hash).Select(t => new { t.Name, t.Version }).FirstOrDefaultAsync(cancellationToken) is { } text
            ? await Find(db, new ScriptVersion(text.Name, text.Version, hash), BundleCompiler.Booking, cancellationToken)
            : null;
    }

    private async ValueTask<T?> Find<T>(
        ContactCenterDb db, ScriptVersion version, Func<ScriptBundle, Compiled<T>> compile, CancellationToken cancellationToken)
        where T : class
    {
        if ((library.Current.Scripts.TryGetValue(version, out var script) || _found.TryGetValue(version, out script)) && script is T known)
            return known;
        var texts = await db.Set<ScriptText>().Where(t => t.Hash == version.Hash && t.Name == version.Name).Select(t => t.Texts).FirstOrDefaultAsync(cancellationToken);
        if (texts is null || compile(ScriptBundle.Deserialize(texts)).Value is not { } compiled)
            return null;
        _found[version] = compiled;
        return compiled;
    }

    private static ScriptText Row(ScriptSnapshot snapshot, ScriptVersion version, ScriptBundle bundle, Instant now) => new()
    {
        Hash = version.Hash,
        Path = bundle.Own.Path,
        Name = version.Name,
        Version = version.Version,
        SignedContent = snapshot.Scripts[version] is TriageProtocol { ProtocolStatus: ProtocolStatus.Signed } signed ? ProtocolContent.Sha256(signed) : null,
        Texts = bundle.Serialize(),
        FirstUsedAt = now,
    };
}
