using System.Globalization;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>What a slot is looked for with; the same for a search, a series and the question why.</summary>
/// <param name="From">The first day; null: today.</param>
/// <param name="Pool">Which of the practice's kept slots triage has opened; null for the ordinary ones.</param>
internal sealed record SlotAsk(VisitReasonView? Reason, string? PractitionerId, DateOnly? From, string? Pool, SearchWishes Wishes)
{
    public static SlotAsk Nothing { get; } = new(null, null, null, null, SearchWishes.None);

    /// <param name="call">Its own hold does not count as taken.</param>
    public IEnumerable<(string Name, string? Value)> Query(DateOnly today, Guid? patient, Guid? call) =>
    [
        ("visitReason", Reason?.VisitReasonId), ("practitioner", PractitionerId),
        ("from", (From ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("pool", Pool), ("patient", patient?.ToString()), .. Wishes.Query, ("callId", call?.ToString()),
    ];
}
