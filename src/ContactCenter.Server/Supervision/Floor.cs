using System.Security.Claims;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Supervision;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Presence = ContactCenter.Contracts.Consoles.Presence;

namespace ContactCenter.Server.Supervision;

/// <summary>What a supervisor sees of the practices she is a member of or answers for.</summary>
internal sealed class Floor(Store store, FloorBoard board, IClock clock)
{
    private static readonly Duration Threshold = Duration.FromSeconds(20);

    private static readonly Dictionary<CallState, FloorPhase> Phases = new()
    {
        [CallState.Connecting] = FloorPhase.Connecting, [CallState.Talking] = FloorPhase.Talking, [CallState.OnHold] = FloorPhase.OnHold,
        [CallState.Consulting] = FloorPhase.Consulting, [CallState.AgentLost] = FloorPhase.AgentLost, [CallState.HandedOver] = FloorPhase.HandedOver,
        [CallState.InEmergency] = FloorPhase.InEmergency, [CallState.LeavingMessage] = FloorPhase.LeavingMessage, [CallState.WrapUp] = FloorPhase.WrapUp,
    };

    public async Task<FloorView> Now(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var shown = Phases.Keys.ToList();
        var floor = await board.Read();
        var (practices, calls) = await store.Read(
            async (db, token) =>
            {
                var mine = PracticeAccess.Assigned(db, user);
                return (
                    await mine.ToDictionaryAsync(p => p.Id, p => p.Name, token),
                    await db.Set<CallRecord>().Where(c => shown.Contains(c.State) && mine.Any(p => p.Id == c.PracticeId)).OrderBy(c => c.StateSince)
                        .Select(c => new { c.Id, c.PracticeId, c.AgentId, c.State, c.StateSince, c.Urgency, c.EmergencyOpen }).ToListAsync(token));
            },
            cancellationToken);
        var agents = practices.Keys.SelectMany(p => floor.Teams[p]).Distinct().ToList();
        return new FloorView(
            clock.GetCurrentInstant().ToDateTimeOffset(),
            [
                .. floor.Waiting.Where(c => practices.ContainsKey(c.Practice)).OrderBy(c => c.Since).Select(c => new FloorWaitingCall(
                    c.Id.Value, practices[c.Practice], c.Since.ToDateTimeOffset(), (CallUrgency)c.Urgency, c.State == CallState.Offered)),
            ],
            [
                .. calls.Select(c => new FloorCallView(
                    c.Id.Value, practices[c.PracticeId], c.AgentId is { } a && floor.Agents.TryGetValue(a, out var agent) ? agent.Name : null,
                    Phases[c.State], c.StateSince.ToDateTimeOffset(), (CallUrgency)c.Urgency, c.EmergencyOpen)),
            ],
            [.. agents.Select(View).OrderBy(a => a.Presence == Presence.Offline).ThenBy(a => a.Name, StringComparer.CurrentCulture)]);
    }

    public async Task<FloorDay> Day(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var calls = await store.Read(
            async (db, token) =>
            {
                var midnights = (await PracticeAccess.Assigned(db, user).Select(p => new { p.Id, p.TimeZone }).ToListAsync(token))
                    .ToDictionary(p => p.Id, p => Midnight(now, p.TimeZone));
                if (midnights.Count == 0)
                    return [];
                var first = midnights.Values.Min();
                var ids = midnights.Keys.ToList();
                var since = await db.Set<CallRecord>().Where(c => ids.Contains(c.PracticeId) && c.ArrivedAt >= first)
                    .Select(c => new { c.PracticeId, c.ArrivedAt, c.QueuedAt, c.AnsweredAt, c.CallerLeftAt, c.Outcome }).ToListAsync(token);
                return since.Where(c => c.ArrivedAt >= midnights[c.PracticeId])
                    .Select(c => (c.Outcome, IsAnswered: c.AnsweredAt is not null, Waited: (c.AnsweredAt ?? c.CallerLeftAt) - c.QueuedAt)).ToList();
            },
            cancellationToken);
        var asked = calls.Where(c => c.Waited is not null).ToList();
        var answered = asked.Where(c => c.IsAnswered).ToList();
        var abandoned = asked.Where(c => !c.IsAnswered && c.Outcome == CallOutcome.Abandoned).ToList();
        return new FloorDay(
            answered.Count, answered.Count(c => c.Waited <= Threshold), abandoned.Count, abandoned.Count(c => c.Waited <= Threshold),
            calls.Count(c => c.Outcome == CallOutcome.Emergency), calls.Count(c => c.Outcome == CallOutcome.MessageLeft),
            calls.Count(c => c.Outcome == CallOutcome.CallbackPromised), (int)Threshold.TotalSeconds,
            (int)answered.Concat(abandoned).Select(c => c.Waited!.Value.TotalSeconds).DefaultIfEmpty().Max());
    }

    private static Instant Midnight(Instant now, string zone)
    {
        var local = DateTimeZoneProviders.Tzdb[zone];
        return now.InZone(local).Date.AtStartOfDayInZone(local).ToInstant();
    }

    private FloorAgentView View(FloorAgent agent)
    {
        var presence = agent.Presence;
        return new FloorAgentView(
            agent.Profile.Id.Value, agent.Name, agent.Profile.Initials, (Presence)(presence?.Presence ?? Domain.Routing.Presence.Offline),
            (presence?.Since ?? Instant.FromUnixTimeSeconds(0)).ToDateTimeOffset(), presence?.AwayReason, presence?.PausedBecause,
            presence?.CallsTodayOn == clock.GetCurrentInstant().InUtc().Date ? presence.CallsToday : 0);
    }
}
