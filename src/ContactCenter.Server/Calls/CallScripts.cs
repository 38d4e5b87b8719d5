using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>What a new call begins with.</summary>
internal sealed record PinnedCall(PracticeId Practice, ScriptVersion Script, CallerKind Caller, long? CallerToken);

/// <summary>Finds the practice of a dialled number and the scripts of a call: a call keeps those it began with to its end.</summary>
internal sealed class CallScripts(ScriptLibrary library, ScriptArchive archive, SearchTokens tokens, KnownCallers callers, IClock clock)
{
    public const string CallerTokenKind = "caller";

    private static readonly HotQuery<string, Practice?> OfLine = new((db, number, _) => db.Set<Practice>().AsNoTracking()
        .SingleOrDefault(p => db.Set<PhoneLine>().Any(l => l.PracticeId == p.Id && l.Number == number && l.IsActive)));

    public async Task<PinnedCall?> Pin(ContactCenterDb db, CallArrived arrived, CancellationToken cancellationToken)
    {
        var practice = await OfLine.Run(db, arrived.DialledNumber, cancellationToken);
        if (practice is null || library.Current.For(practice.Slug) is not { } scripts)
            return null;
        var token = arrived.CallerNumber is { } number ? tokens.Of(practice.Id, CallerTokenKind, number) : (long?)null;
        var caller = await callers.KindOf(db, practice.Id, arrived.CallerNumber, cancellationToken);
        return new PinnedCall(practice.Id, scripts.Flow.Version, caller, token);
    }

    public async Task<CallScript> For(ContactCenterDb db, CallRecord call, CancellationToken cancellationToken)
    {
        var practice = await PracticeRows.ById.Run(db, call.PracticeId, cancellationToken);
        var scripts = library.Current.For(practice.Slug)
            ?? throw new InvalidOperationException($"Practice {practice.Slug} has no scripts any more.");
        var flow = ScriptVersion.TryParse(call.Script, out var pinned) ? await archive.FindFlow(db, pinned, cancellationToken) ?? scripts.Flow : scripts.Flow;
        var now = clock.GetCurrentInstant();
        return new CallScript(
            flow with { Hours = flow.Hours with { ForcedClose = practice.ForcedClose ?? flow.Hours.ForcedClose } }, practice.Name,
            scripts.Escalation.EmergencyAttempts(now), scripts.Escalation.DoctorAttempts(now), scripts.Escalation.Names.ToDictionary(n => n, n => scripts.Escalation.AttemptsAt(n, now)));
    }

    /// <summary>Whom this call's practice may be escalated to.</summary>
    public async Task<EscalationPolicy> EscalationOf(ContactCenterDb db, CallRecord call, CancellationToken cancellationToken)
    {
        var slug = (await PracticeRows.ById.Run(db, call.PracticeId, cancellationToken)).Slug;
        return library.Current.For(slug)?.Escalation ?? throw new InvalidOperationException($"Practice {slug} has no scripts any more.");
    }
}
