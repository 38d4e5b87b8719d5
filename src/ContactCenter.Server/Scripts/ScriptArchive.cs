using System.Collections.Concurrent;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>Keeps every text that was ever in force and finds the script of a pinned version again.</summary>
internal sealed class ScriptArchive(ScriptLibrary library, Store store, IClock clock)
{
    private readonly ConcurrentDictionary<ScriptVersion, object> _found = [];

    /// <summary>Archives what is not yet archived.</summary>
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
