using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Consoles;

/// <summary>Consoles that come, are heard of and go. One tab leads per agent.</summary>
internal sealed class ConsoleDesk(Store store, CallDesk calls, FollowAgents follow, RoutingSignal wake, ConsoleBeats beats, IClock clock)
{
    /// <summary>A tab takes the lead. Returns the connection of another tab that led before, or null.</summary>
    public async Task<string?> Join(AgentId agent, Guid console, string connection, CancellationToken cancellationToken)
    {
        var (other, newTab) = await store.Write(async (db, token) =>
        {
            var presence = await Presence(db, agent, token);
            var before = presence.ConsoleId != console ? presence.ConnectionId : null;
            var isNew = presence.ConsoleId != console;
            (presence.ConsoleId, presence.ConnectionId, presence.LastHeard) = (console, connection, clock.GetCurrentInstant());
            if (isNew)
                presence.SoftphoneReady = false;
            presence.Version++;
            return (before, isNew);
        }, Rerun.OnConflictOrTakenKey, cancellationToken);
        if (newTab)
            await GhostsGo(agent, cancellationToken);
        return other;
    }

    /// <summary>Every two seconds; said before any database is asked.</summary>
    public ConsoleBeat Hear(AgentId agent, ConsoleHeartbeat heartbeat)
    {
        var beat = new ConsoleBeat(agent, heartbeat.ConsoleId, clock.GetCurrentInstant(), heartbeat.OnLeg is not null);
        beats.Heard(beat);
        return beat;
    }

    /// <summary>Writes down what was heard. False when another tab leads.</summary>
    /// <param name="presence">As it was read when the heartbeat came.</param>
    public async Task<bool> Note(ConsoleBeat beat, AgentPresence presence, ConsoleHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (presence.ConsoleId != beat.Console)
            return false;
        beats.Note(beat);
        if (presence.SoftphoneReady != heartbeat.SoftphoneReady)
            await SetSoftphone(beat.Agent, heartbeat, cancellationToken);
        return true;
    }

    public async Task<CommandOutcome> SetPresence(AgentId agent, SetPresence command, CancellationToken cancellationToken)
    {
        if (!command.Available && !command.SignOff && !AwayReasons.All.Contains(command.AwayReason))
            return CommandOutcome.NotAllowed;
        if (!command.Available)
            await follow.TakeBackOffer(agent, cancellationToken);
        var outcome = await store.Write((db, token) => SetPresence(db, agent, command, token), cancellationToken);
        wake.Set();
        return outcome;
    }

    /// <summary>The socket closed. What rings there goes on at once; a call in her hands waits for her to come back.</summary>
    public async Task Left(AgentId agent, string connection, CancellationToken cancellationToken)
    {
        var leads = await store.Read((db, token) => db.Set<AgentPresence>().AnyAsync(p => p.AgentId == agent && p.ConnectionId == connection, token), cancellationToken);
        if (!leads)
            return;
        await follow.TakeBackOffer(agent, cancellationToken);
        await store.Write(async (db, token) =>
        {
            var presence = await Presence(db, agent, token);
            if (presence.ConnectionId != connection)
                return;
            presence.ConnectionId = null;
            presence.SoftphoneReady = false;
            presence.Version++;
        }, cancellationToken);
        wake.Set();
    }

    // Whether she can be rung decides what is offered to her: written at once.
    private async Task SetSoftphone(AgentId agent, ConsoleHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        await store.Write(async (db, token) =>
        {
            var presence = await Presence(db, agent, token);
            if (presence.ConsoleId != heartbeat.ConsoleId)
                return;
            (presence.SoftphoneReady, presence.LastHeard) = (heartbeat.SoftphoneReady, clock.GetCurrentInstant());
            presence.Version++;
        }, cancellationToken);
        wake.Set();
    }

    private async Task<CommandOutcome> SetPresence(ContactCenterDb db, AgentId agent, SetPresence command, CancellationToken cancellationToken)
    {
        var presence = await Presence(db, agent, cancellationToken);
        var now = clock.GetCurrentInstant();
        var busy = presence.Presence is Domain.Routing.Presence.OnCall or Domain.Routing.Presence.WrapUp;
        presence.Version++;
        if (busy)
        {
            presence.WantsAway = !command.Available;
            presence.AwayReason = command.AwayReason;
            return CommandOutcome.Done;
        }
        var trigger = command.Available ? AgentTrigger.GetReady : command.SignOff ? AgentTrigger.SignOff : AgentTrigger.GoAway;
        var moved = presence.Fire(trigger, now);
        if (moved && !command.Available)
            (presence.AwayReason, presence.PausedBecause) = (command.SignOff ? null : command.AwayReason, null);
        if (!moved && trigger == AgentTrigger.GoAway && presence.Presence == Domain.Routing.Presence.Away)
            presence.AwayReason = command.AwayReason;
        if (command.Available)
            presence.RungOut = 0;
        return CommandOutcome.Done;
    }

    // A page that was loaded anew holds no leg: one that the network still shows is a ghost, cut at the last evidence of her.
    private async Task GhostsGo(AgentId agent, CancellationToken cancellationToken)
    {
        var ghost = await store.Read((db, token) => (
            from call in db.Set<CallRecord>()
            where call.AgentId == agent && call.ConsoleLegSince != null && (call.State == CallState.Talking || call.State == CallState.OnHold || call.State == CallState.Consulting)
            join presence in db.Set<AgentPresence>() on agent equals presence.AgentId
            select new { call.Id, call.StateSince, presence.LastOnLeg }).FirstOrDefaultAsync(token), cancellationToken);
        if (ghost is null)
            return;
        var last = ghost.LastOnLeg ?? clock.GetCurrentInstant();
        await calls.Handle(ghost.Id, new AgentVanished($"vanished:{agent}:{last.ToUnixTimeMilliseconds()}", last, agent), cancellationToken);
    }

    private async Task<AgentPresence> Presence(ContactCenterDb db, AgentId agent, CancellationToken cancellationToken)
    {
        var presence = await db.Set<AgentPresence>().SingleOrDefaultAsync(p => p.AgentId == agent, cancellationToken);
        if (presence is null)
            db.Add(presence = new AgentPresence { AgentId = agent, Since = clock.GetCurrentInstant(), LastHeard = clock.GetCurrentInstant() });
        return presence;
    }
}
