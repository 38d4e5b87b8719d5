using System.Text.Json;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ContactCenter.Server.Routing;

/// <summary>
/// Matches waiting calls and available agents. The choice is made on what was read; each offer is then written in its own unit that checks again,
/// so that several nodes may choose at once and one of them wins.
/// </summary>
internal sealed class OfferCalls(Store store, FloorBoard board, CallDesk desk, KnownCallers callers, IEnumerable<AwaitOffer> awaiting, IOptions<RoutingOptions> options, IClock clock)
{
    private static readonly Duration HersAlone = Duration.FromSeconds(20);
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(10);

    public static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Makes the offers that can be made now; returns those that were written.</summary>
    public async Task<IReadOnlyList<RoutingChoice>> Run(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var waiting = await store.Read(Waiting, cancellationToken);
        if (waiting.Count == 0)
            return [];
        var awaited = await store.Read(TaskCalls.Awaited, cancellationToken);
        waiting = [.. waiting.Select(w => For(w, awaited, now))];
        var floor = await board.Read();
        var agents = await store.Read((db, token) => Available(db, floor, now, token), cancellationToken);
        agents = [.. agents.Select(a => awaited.Exists(w => w.Agent == a.Agent) ? a with { Awaits = true } : a)];
        if (agents.Count == 0)
            return [];
        List<RoutingChoice> made = [];
        foreach (var choice in RoutingPolicy.Choose(waiting, agents, options.Value.Settings, now))
        {
            if (await Make(choice, cancellationToken))
                made.Add(choice);
        }
        return made;
    }

    private static async Task<List<WaitingCall>> Waiting(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var calls = await db.Set<CallRecord>().Where(c => c.State == CallState.Queued)
            .Select(c => new { c.Id, c.PracticeId, c.QueuedAt, c.StateSince, c.Urgency, c.Language, c.Skills, c.Acceptances }).ToListAsync(cancellationToken);
        return [.. calls.Select(c => new WaitingCall(c.Id, c.PracticeId, c.QueuedAt ?? c.StateSince, c.Urgency, c.Language,
            c.Skills.Split(' ', StringSplitOptions.RemoveEmptyEntries), c.Acceptances > 0))];
    }

    /// <summary>A patient whom an agent has rung is hers; when the agent has gone meanwhile, another is better than none.</summary>
    private static WaitingCall For(WaitingCall call, List<(AgentId Agent, CallId? Call)> awaited, Instant now) =>
        now - call.Since < HersAlone && awaited.Find(w => w.Call == call.Call) is { Call: not null } hers ? call with { For = hers.Agent } : call;

    private async Task<List<RoutableAgent>> Available(ContactCenterDb db, FloorReading floor, Instant now, CancellationToken cancellationToken)
    {
        var heardSince = now - Duration.FromSeconds(options.Value.Lease);
        var free = await db.Set<AgentPresence>().Where(p => p.Presence == Presence.Available && p.LastHeard > heardSince && p.SoftphoneReady).ToListAsync(cancellationToken);
        if (free.Count == 0)
            return [];
        var since = now - options.Value.Settings.AskAgainAfter;
        var refused = (await db.Set<Offer>().Where(o => o.OfferedAt > since - Duration.FromMinutes(2) && o.DecidedAt > since
            && (o.State == OfferState.Declined || o.State == OfferState.TimedOut)).ToListAsync(cancellationToken)).ToLookup(o => o.AgentId);
        return [.. free.Where(p => floor.Agents.ContainsKey(p.AgentId)).Select(p => Routable(p, floor.Agents[p.AgentId], refused[p.AgentId], now))];
    }

    private static RoutableAgent Routable(AgentPresence presence, FloorAgent agent, IEnumerable<Offer> refused, Instant now) => new(
        presence.AgentId, presence.IdleSince, presence.CallsTodayOn == now.InUtc().Date ? presence.CallsToday : 0,
        agent.Practices.ToDictionary(t => t.Key, t => new AgentTie(
            t.Value.IsOwn ? AgentTier.Own : t.Value.Familiarity > 0 ? AgentTier.Team : AgentTier.Overflow, t.Value.Familiarity)),
        agent.Profile.Languages.ToHashSet(), agent.Profile.Skills.ToHashSet(),
        refused.GroupBy(o => o.CallId).ToDictionary(o => o.Key, o => o.Max(x => x.DecidedAt)!.Value));

    private async Task<bool> Make(RoutingChoice choice, CancellationToken cancellationToken)
    {
        var id = new OfferId(Guid.CreateVersion7());
        var told = awaiting.Select(ahead => ahead(choice)).ToList();
        (CallReply Reply, OfferMade Offer)? made;
        try
        {
            made = await store.Write((db, token) => Make(db, id, choice, token), Rerun.OnConflict, cancellationToken);
        }
        catch (DbUpdateException taken) when (UniqueViolation.Caused(taken))
        {
            return false;
        }
        if (made is not var (reply, offer))
            return false;
        told.ForEach(tell => tell(offer));
        _ = Follow(reply);
        Measures.Offer("made");
        return true;
    }

    // What follows the change would run on the very processors that bring the offer to her console.
    private async Task Follow(CallReply reply)
    {
        await Task.Delay(HeadStart, TimeProvider.System);
        desk.Committed(reply);
    }

    private async Task<(CallReply, OfferMade)?> Make(ContactCenterDb db, OfferId id, RoutingChoice choice, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var agent = await db.Set<AgentPresence>().SingleAsync(p => p.AgentId == choice.Agent, cancellationToken);
        if (!agent.Fire(AgentTrigger.Offer, now))
            return null;
        var reply = await desk.HandleWithin(db, choice.Call, new CallOffered($"offer:{id}", now, id, choice.Agent), cancellationToken);
        // The floor was read a moment ago; meanwhile she may have been taken off this practice.
        if (reply?.Decision is not Recorded || !await db.Set<AgentPractice>().AnyAsync(a => a.PracticeId == reply.PracticeId && a.AgentId == choice.Agent, cancellationToken))
        {
            db.ChangeTracker.Clear();
            return null;
        }
        agent.Version++;
        var offer = new Offer
        {
            Id = id, PracticeId = reply.PracticeId, CallId = choice.Call, AgentId = choice.Agent, State = OfferState.Pending, OfferedAt = now,
            ExpiresAt = now + Duration.FromSeconds(options.Value.OfferTimeout), Because = JsonSerializer.Serialize(choice.Because, Json),
            OpenForCall = choice.Call, OpenForAgent = choice.Agent,
        };
        db.Add(offer);
        await callers.RecordShown(db, reply.PracticeId, choice.Agent, choice.Call, reply.Story.CallerNumber, cancellationToken);
        return (reply, new OfferMade(offer, agent, reply.Record));
    }
}
