using System.Linq.Expressions;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Routing;

/// <summary>
/// Keeps agents' presence in step with their calls and consoles: wrap-up that begins and runs out, consoles that fall silent, agents lost in
/// mid-call. All of it is derived from rows and due times, so any node may do it and nothing is lost with a process.
/// </summary>
internal sealed class FollowAgents(Store store, CallDesk desk, DecideOffers offers, IOptions<RoutingOptions> options, IClock clock)
{
    private static readonly Expression<Func<CallRecord, bool>> Untimed =
        c => c.WrapUpDueAt == null && !c.WrapUpFinished && c.AgentId != null && (c.State == CallState.WrapUp || c.State == CallState.HandedOver);

    private static readonly Duration AskedWithin = Duration.FromSeconds(10);

    public async Task Run(CancellationToken cancellationToken)
    {
        await FollowCalls(cancellationToken);
        await EndWrapUps(cancellationToken);
        await NoticeSilence(cancellationToken);
        await RecoverLostAgents(cancellationToken);
        await DoubtCallsWithoutLeg(cancellationToken);
    }

    /// <summary>Who is marked as on a call or in wrap-up, and by her call is not any more.</summary>
    public async Task FollowCalls(CancellationToken cancellationToken)
    {
        await TimeWrapUps(cancellationToken);
        var busy = await store.Read((db, token) => (
            from presence in db.Set<AgentPresence>()
            where presence.Presence == Presence.OnCall || presence.Presence == Presence.WrapUp
            select new
            {
                presence.AgentId, presence.Presence,
                State = db.Set<CallRecord>().Where(c => c.AgentId == presence.AgentId && FloorBoard.InHand.Contains(c.State)
                    && !(c.State == CallState.HandedOver && c.WrapUpFinished)).OrderByDescending(c => c.StateSince).Select(c => (CallState?)c.State).FirstOrDefault(),
            }).ToListAsync(token), cancellationToken);
        foreach (var agent in busy.Where(a => a.Presence != PresenceIn(a.State)))
            await Follow(agent.AgentId, cancellationToken);
    }

    /// <summary>
    /// Moves her to where her call is now. She was read a moment ago and may have taken another call since: the presence is read first, and whoever
    /// takes a call changes it, so that this unit then runs again.
    /// </summary>
    public Task Follow(AgentId agent, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var now = clock.GetCurrentInstant();
        var presence = await db.Set<AgentPresence>().SingleAsync(p => p.AgentId == agent, token);
        var state = await db.Set<CallRecord>().Where(c => c.AgentId == agent && FloorBoard.InHand.Contains(c.State) && !(c.State == CallState.HandedOver && c.WrapUpFinished))
            .OrderByDescending(c => c.StateSince).Select(c => (CallState?)c.State).FirstOrDefaultAsync(token);
        var trigger = (presence.Presence, PresenceIn(state)) switch
        {
            (Presence.OnCall, Presence.WrapUp) => AgentTrigger.CallEnds,
            (Presence.OnCall, Presence.Available) => AgentTrigger.LoseCall,
            (Presence.WrapUp, Presence.Available) => presence.WantsAway ? AgentTrigger.GoAway : AgentTrigger.FinishWrapUp,
            _ => (AgentTrigger?)null,
        };
        if (trigger is null || !presence.Fire(trigger.Value, now))
            return;
        if (presence.Presence == Presence.Available && presence.WantsAway)
            presence.Fire(AgentTrigger.GoAway, now);
        if (presence.Presence == Presence.Away)
            (presence.AwayReason, presence.WantsAway) = (presence.AwayReason ?? AwayReasons.Break, false);
        presence.Version++;
    }, cancellationToken);

    private static Presence PresenceIn(CallState? state) => state switch
    {
        null => Presence.Available,
        CallState.HandedOver or CallState.WrapUp => Presence.WrapUp,
        _ => Presence.OnCall,
    };

    // Every call whose notes are open gets its end by itself, whatever else its agent has in hand.
    private async Task TimeWrapUps(CancellationToken cancellationToken)
    {
        var open = await store.Read((db, token) => db.Set<CallRecord>().Where(Untimed).Select(c => c.Id).ToListAsync(token), cancellationToken);
        if (open.Count == 0)
            return;
        var due = clock.GetCurrentInstant() + Duration.FromSeconds(options.Value.WrapUp);
        await store.Write((db, token) => db.Set<CallRecord>().Where(c => open.Contains(c.Id)).Where(Untimed)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.WrapUpDueAt, due).SetProperty(c => c.Version, c => c.Version + 1), token), cancellationToken);
    }

    private async Task EndWrapUps(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.Read((db, token) => db.Set<CallRecord>()
            .Where(c => c.WrapUpDueAt <= now && !c.WrapUpFinished && (c.State == CallState.WrapUp || c.State == CallState.HandedOver))
            .Select(c => new { c.Id, c.Disposition }).ToListAsync(token), cancellationToken);
        foreach (var call in due)
            await desk.Handle(call.Id, new WrapUpFinished("wrap-up", now, call.Disposition, ByTimeout: true), cancellationToken);
    }

    /// <summary>Consoles that have not been heard of for their lease. An agent on a call stays on it: her leg may well be alive.</summary>
    private async Task NoticeSilence(CancellationToken cancellationToken)
    {
        var before = clock.GetCurrentInstant() - Duration.FromSeconds(options.Value.Lease);
        var silent = await store.Read((db, token) => db.Set<AgentPresence>()
            .Where(p => p.LastHeard <= before && (p.Presence == Presence.Available || p.Presence == Presence.Offered)).Select(p => p.AgentId).ToListAsync(token), cancellationToken);
        foreach (var agent in silent)
            await Vanish(agent, before, cancellationToken);
    }

    public Task TakeBackOffer(AgentId agent, CancellationToken cancellationToken) => offers.Withdraw(agent, cancellationToken);

    // Her console is gone: what rings there goes on, and nothing more is offered to her. Unless she was heard of while that was done.
    private async Task Vanish(AgentId agent, Instant before, CancellationToken cancellationToken)
    {
        await offers.Withdraw(agent, cancellationToken);
        await store.Write(async (db, token) =>
        {
            // A beat writes beside the version: the row itself is asked, and held until the commit.
            var silent = await db.Set<AgentPresence>().Where(p => p.AgentId == agent && p.LastHeard <= before)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.SoftphoneReady, false).SetProperty(p => p.Version, p => p.Version + 1), token);
            if (silent > 0)
                (await db.Set<AgentPresence>().SingleAsync(p => p.AgentId == agent, token)).Fire(AgentTrigger.Vanish, clock.GetCurrentInstant());
        }, cancellationToken);
    }

    /// <summary>
    /// Her console is there and holds no leg, and no notice told the end of the call: the vendor is asked in seconds. Its own check would come minutes
    /// later, and until then she would get no other call.
    /// </summary>
    private async Task DoubtCallsWithoutLeg(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (soon, heardSince, offLegSince) = (now + AskedWithin, now - Duration.FromSeconds(options.Value.Lease), now - AskedWithin);
        var doubtful = await store.Read((db, token) => (
            from call in db.Set<CallRecord>()
            where (call.State == CallState.Talking || call.State == CallState.OnHold || call.State == CallState.Consulting)
                && call.StateSince <= offLegSince && call.CheckDueAt > soon
            join presence in db.Set<AgentPresence>() on call.AgentId equals presence.AgentId
            where presence.LastHeard > heardSince && (presence.LastOnLeg == null || presence.LastOnLeg < offLegSince)
            select call.Id).ToListAsync(token), cancellationToken);
        if (doubtful.Count > 0)
            await store.Write((db, token) => db.Set<CallRecord>().Where(c => doubtful.Contains(c.Id) && c.CheckDueAt > soon)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.CheckDueAt, soon), token), cancellationToken);
    }

    /// <summary>Callers whose agent did not come (back) in time: her own telephone is rung, then the call goes on to another with priority.</summary>
    private async Task RecoverLostAgents(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var since = now - Duration.FromSeconds(options.Value.AgentBackWithin);
        var lost = await store.Read((db, token) => (
            from call in db.Set<CallRecord>()
            where (call.State == CallState.AgentLost || call.State == CallState.Connecting) && call.StateSince <= since
            join profile in db.Set<AgentProfile>() on call.AgentId equals profile.Id
            select new { call.Id, call.StateSince, call.Acceptances, call.ExpectedLeg, HasPhone = profile.FallbackPhone != null }).ToListAsync(token), cancellationToken);
        foreach (var call in lost)
        {
            var patience = Duration.FromSeconds(options.Value.AgentBackWithin + (call.HasPhone ? options.Value.FallbackRing : 0));
            if (now - call.StateSince >= patience && !await IsWithSomebody(call.Id, cancellationToken))
                await desk.Handle(call.Id, new CallRequeued($"requeue:{call.Acceptances}:{call.StateSince.ToUnixTimeSeconds()}", now, call.Acceptances), cancellationToken);
            else if (now - call.StateSince < patience && call.HasPhone && call.ExpectedLeg is not null)
                await desk.Handle(call.Id, new AgentPhoneTried($"phone:{call.Acceptances}:{call.StateSince.ToUnixTimeSeconds()}", now), cancellationToken);
        }
    }

    // A caller whom the emergency services or a doctor have taken meanwhile is not torn away from them.
    private async Task<bool> IsWithSomebody(CallId call, CancellationToken cancellationToken) => (await desk.Read(call, cancellationToken))?.Story is { TargetPresent: true };
}
