using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Routing;

/// <summary>What becomes of an offer: accepted, declined, rung out, undelivered or withdrawn. One unit each; of many who try, one wins.</summary>
internal sealed class DecideOffers(Store store, CallDesk desk, IOptions<RoutingOptions> options, IClock clock)
{
    public async Task<CommandOutcome> Accept(AgentId agent, OfferId offer, CancellationToken cancellationToken)
    {
        var (outcome, reply) = await store.Write((db, token) => Accept(db, agent, offer, token), Rerun.OnConflictOrTakenKey, cancellationToken);
        desk.Committed(reply);
        Measures.Offer(outcome == CommandOutcome.Done ? "accepted" : "too_late");
        return outcome;
    }

    public async Task<CommandOutcome> Acknowledge(AgentId agent, OfferId id, CancellationToken cancellationToken)
    {
        var (outcome, took, isHers) = await store.Write((db, token) => Acknowledge(db, agent, id, token), cancellationToken);
        if (took is { } duration)
            Measures.OfferShown(duration.TotalSeconds);
        // She rang this patient herself: her console is there, and she need not say again that she wants to talk.
        return isHers ? await Accept(agent, id, cancellationToken) : outcome;
    }

    public Task<CommandOutcome> Decline(AgentId agent, OfferId offer, CancellationToken cancellationToken) =>
        End(offer, OfferState.Declined, p => p.AgentId == agent, (p, now) => p.RungOut = 0, cancellationToken);

    /// <summary>Closes what is due: rung out, undelivered, or pointless since the caller has gone or the agent no longer answers for the practice.</summary>
    public async Task<bool> CloseDue(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var undelivered = now - Duration.FromSeconds(options.Value.DeliveryTimeout);
        var due = await store.Read((db, token) => (
            from offer in db.Set<Offer>()
            join call in db.Set<CallRecord>() on offer.CallId equals call.Id
            where offer.State == OfferState.Pending
            let pointless = call.State != CallState.Offered || call.OfferedTo != offer.AgentId
                || !db.Set<AgentPractice>().Any(a => a.PracticeId == offer.PracticeId && a.AgentId == offer.AgentId)
            where pointless || offer.ExpiresAt <= now || (offer.DeliveredAt == null && offer.OfferedAt <= undelivered)
            select new { offer.Id, Pointless = pointless, RangOut = offer.DeliveredAt != null }).ToListAsync(token), cancellationToken);
        foreach (var offer in due)
        {
            if (offer.Pointless || !offer.RangOut)
                await End(offer.Id, OfferState.Withdrawn, _ => true, offer.Pointless ? (_, _) => { } : Undelivered, cancellationToken);
            else
                await End(offer.Id, OfferState.TimedOut, _ => true, RangOut, cancellationToken);
        }
        return due.Count > 0;
    }

    /// <summary>Takes back what rings at a console that went away, and in the same unit marks her as not to be rung: else it might ring there again.</summary>
    public async Task Withdraw(AgentId agent, CancellationToken cancellationToken)
    {
        var open = await store.Read((db, token) => db.Set<Offer>().Where(o => o.OpenForAgent == agent).Select(o => (OfferId?)o.Id).SingleOrDefaultAsync(token), cancellationToken);
        if (open is { } id)
            await End(id, OfferState.Withdrawn, _ => true, (presence, _) => presence.SoftphoneReady = false, cancellationToken);
    }

    /// <summary>How long it took to be shown, the first time; and whether she herself rang the patient who is offered.</summary>
    private async Task<(CommandOutcome, Duration? Took, bool IsHers)> Acknowledge(
        ContactCenterDb db, AgentId agent, OfferId id, CancellationToken cancellationToken)
    {
        var offer = await db.Set<Offer>().SingleOrDefaultAsync(o => o.Id == id && o.AgentId == agent, cancellationToken);
        if (offer is null)
            return (CommandOutcome.NotFound, null, false);
        if (offer.State != OfferState.Pending)
            return (CommandOutcome.TooLate, null, false);
        var isFirst = offer.DeliveredAt is null;
        offer.DeliveredAt ??= clock.GetCurrentInstant();
        offer.Version++;
        return (CommandOutcome.Done, isFirst ? offer.DeliveredAt - offer.OfferedAt : null, await TaskCalls.IsAwaited(db, agent, offer.CallId, cancellationToken));
    }

    private async Task<(CommandOutcome, CallReply?)> Accept(ContactCenterDb db, AgentId agent, OfferId id, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var offer = await db.Set<Offer>().SingleOrDefaultAsync(o => o.Id == id && o.AgentId == agent, cancellationToken);
        if (offer is null || !await db.Set<AgentPractice>().AnyAsync(a => a.PracticeId == offer.PracticeId && a.AgentId == agent, cancellationToken))
            return (CommandOutcome.NotFound, null);
        if (offer.State == OfferState.Accepted)
            return (CommandOutcome.Done, null);
        if (offer.State != OfferState.Pending)
            return (CommandOutcome.TooLate, null);
        var reply = await desk.HandleWithin(db, offer.CallId, new OfferAccepted($"accept:{id}", now, id, agent), cancellationToken);
        if (reply?.Decision is not (Recorded or AlreadyKnown))
            return (CommandOutcome.TooLate, null);
        offer.Close(OfferState.Accepted, now);
        var presence = await db.Set<AgentPresence>().SingleAsync(p => p.AgentId == agent, cancellationToken);
        presence.Fire(AgentTrigger.Accept, now);
        presence.RungOut = 0;
        presence.LastOnLeg = null;
        var today = now.InUtc().Date;
        (presence.CallsToday, presence.CallsTodayOn) = (presence.CallsTodayOn == today ? presence.CallsToday + 1 : 1, today);
        presence.Version++;
        return (CommandOutcome.Done, reply);
    }

    private async Task<CommandOutcome> End(OfferId id, OfferState how, Func<AgentPresence, bool> may, Action<AgentPresence, Instant> then, CancellationToken cancellationToken)
    {
        var (outcome, reply) = await store.Write(async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var offer = await db.Set<Offer>().SingleOrDefaultAsync(o => o.Id == id, token);
            var presence = offer is null ? null : await db.Set<AgentPresence>().SingleAsync(p => p.AgentId == offer.AgentId, token);
            if (offer is null || presence is null || !may(presence))
                return (CommandOutcome.NotFound, (CallReply?)null);
            if (offer.State != OfferState.Pending)
                return (CommandOutcome.TooLate, null);
            offer.Close(how, now);
            presence.Fire(AgentTrigger.OfferEnds, now);
            then(presence, now);
            presence.Version++;
            return (CommandOutcome.Done, await desk.HandleWithin(db, offer.CallId, new OfferLapsed($"lapse:{id}", now, id, how), token));
        }, Rerun.OnConflictOrTakenKey, cancellationToken);
        desk.Committed(reply);
        if (outcome == CommandOutcome.Done)
            Measures.Offer(how.ToString().ToLowerInvariant());
        return outcome;
    }

    // The console never said that it shows the offer: whatever is wrong with it, callers must not wait for it.
    private static void Undelivered(AgentPresence presence, Instant now) => Pause(presence, now, "console-silent");

    private void RangOut(AgentPresence presence, Instant now)
    {
        if (++presence.RungOut >= options.Value.RungOutBeforePause)
            Pause(presence, now, "rang-out");
    }

    private static void Pause(AgentPresence presence, Instant now, string because)
    {
        if (presence.Presence == Presence.Available && presence.Fire(AgentTrigger.GoAway, now))
            (presence.AwayReason, presence.PausedBecause, presence.RungOut) = (AwayReasons.Technical, because, 0);
    }
}
