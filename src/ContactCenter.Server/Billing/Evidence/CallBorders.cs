using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Evidence;

/// <summary>The events of a call as proof of its borders: their names, times and places. What they contain stays sealed.</summary>
internal sealed class CallBorders
{
    private readonly Dictionary<string, BorderEvidence> _byKey;

    private CallBorders(Dictionary<string, BorderEvidence> byKey) => _byKey = byKey;

    /// <param name="events">The call's own, opened: what the vendor numbered them stands inside.</param>
    /// <param name="zone">The practice's: its people compare with their own clock.</param>
    public static async Task<CallBorders> Read(
        ContactCenterDb db, CallId call, IEnumerable<CallEvent> events, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var numbers = events.ToDictionary(e => e.Key, NumberOf, StringComparer.Ordinal);
        var facts = await db.Set<CallFact>().Where(f => f.CallId == call)
            .Select(f => new { f.Key, f.Kind, f.At, f.ReceivedAt, f.Arrival }).ToListAsync(cancellationToken);
        return new CallBorders(facts.ToDictionary(
            f => f.Key,
            f => new BorderEvidence(
                f.Key, SnakeCase.Of(f.Kind), f.At.InZone(zone).ToDateTimeOffset(), f.ReceivedAt.InZone(zone).ToDateTimeOffset(), f.Arrival,
                numbers.GetValueOrDefault(f.Key)),
            StringComparer.Ordinal));
    }

    // What a record told in the place of a lost notice bears no number of the vendor's: it stands before or after all notices of its second.
    private static int? NumberOf(CallEvent happened) => happened switch
    {
        ConferenceNotice { Sequence: > 0 and < int.MaxValue } notice => notice.Sequence,
        LegProgressed { Sequence: >= 0 and < int.MaxValue } progress => progress.Sequence,
        _ => null,
    };

    /// <summary>Null when no event, or none that is kept, made the border.</summary>
    public BorderEvidence? Of(string? key) => key is null ? null : _byKey.GetValueOrDefault(key);
}
