using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>Who is calling, as far as the number tells.</summary>
internal sealed class Callers(KnownCallers known, NextVisits visits, IClock clock)
{
    // A number that calls more often in a day is shown as having called this often.
    private const int Counted = 20;

    private static readonly HotList<PracticeId, long?, Instant, CallId, EarlierCall> Earlier = new((db, practice, token, before, self) => db.Set<CallRecord>()
        .Where(c => c.PracticeId == practice && c.CallerToken == token && c.ArrivedAt <= before && c.Id != self)
        .OrderByDescending(c => c.ArrivedAt).Take(Counted)
        .Select(c => new EarlierCall(c.ArrivedAt, c.Outcome, c.Disposition, c.AgentId)));

    /// <param name="card">The practice that was called.</param>
    /// <param name="floor">For the names of those who answered before.</param>
    public async Task<CallerView> For(
        ContactCenterDb db, CallFile file, PracticeCard card, FloorReading floor, string culture, CancellationToken cancellationToken)
    {
        var (record, number) = (file.Record, file.Call.Story.CallerNumber);
        var zone = DateTimeZoneProviders.Tzdb[card.TimeZone];
        List<EarlierCall> earlier = record.CallerToken is { } token ? await Earlier.Run(db, record.PracticeId, token, record.ArrivedAt, record.Id, cancellationToken) : [];
        var today = zone.AtStartOfDay(clock.GetCurrentInstant().InZone(zone).Date).ToInstant();
        var household = await known.Patients(db, record.PracticeId, number, cancellationToken);
        return new CallerView(
            number, await visits.Add(db, record.PracticeId, household, cancellationToken), earlier.Count(c => c.ArrivedAt >= today),
            earlier.Count == 0 ? null : View(earlier[0], zone, floor, culture));
    }

    private static LastContact View(EarlierCall call, DateTimeZone zone, FloorReading floor, string culture) => new(
        call.ArrivedAt.InZone(zone).ToDateTimeOffset(),
        call.Disposition is { } code && DispositionWords.Find(code, culture) is { } label ? label : CallOutcomeWords.Of(call.Outcome, culture),
        call.Agent is { } agent ? floor.Agents.GetValueOrDefault(agent)?.Name : null);

    internal sealed record EarlierCall(Instant ArrivedAt, CallOutcome Outcome, string? Disposition, AgentId? Agent);
}
