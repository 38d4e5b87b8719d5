using System.Globalization;
using System.Text.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ContractPresence = ContactCenter.Contracts.Consoles.Presence;

namespace ContactCenter.Server.Consoles;

/// <summary>Makes the whole view of one agent from the rows.</summary>
internal sealed class AgentViews(
    Store store, Sealer sealer, CallMemory memory, FloorBoard board, PracticeCards cards, Callers callers, CallScripts scripts, ViewRevisions revisions, IClock clock)
{
    private static readonly CallState[] InHerHands =
        [CallState.Connecting, CallState.Talking, CallState.OnHold, CallState.Consulting, CallState.AgentLost, CallState.HandedOver, CallState.WrapUp];

    private static readonly HotQuery<AgentId, AgentPresence?> PresenceOf = new((db, agent, _) => db.Set<AgentPresence>().SingleOrDefault(p => p.AgentId == agent));
    private static readonly HotQuery<AgentId, Offer?> OpenOffer = new((db, agent, _) => db.Set<Offer>().SingleOrDefault(o => o.OpenForAgent == agent));

    private static readonly HotQuery<AgentId, CallRecord?> CallOf = new((db, agent, _) => db.Set<CallRecord>()
        .Where(c => c.AgentId == agent && InHerHands.Contains(c.State) && !(c.State == CallState.HandedOver && c.WrapUpFinished))
        .OrderByDescending(c => c.StateSince).FirstOrDefault());

    /// <summary>What is shown next bears a greater number than what a console shows, whichever server made that.</summary>
    public void FollowUpon(long shown) => revisions.FollowUpon(shown);

    /// <param name="withTeam">False: the team is left as it was last shown.</param>
    public async Task<AgentView> For(AgentId agent, string culture, bool withTeam, CancellationToken cancellationToken)
    {
        var floor = await board.Read();
        return await store.Read((db, token) => For(db, agent, floor, culture, withTeam, token), cancellationToken);
    }

    private async Task<AgentView> For(
        ContactCenterDb db, AgentId agent, FloorReading floor, string culture, bool withTeam, CancellationToken cancellationToken)
    {
        // The revision is drawn before the rows are read: a view made later bears a greater number and never older rows.
        var revision = revisions.Next();
        var now = clock.GetCurrentInstant();
        var presence = await PresenceOf.Run(db, agent, cancellationToken) ?? new AgentPresence { AgentId = agent, Since = now };
        var practices = floor.Agents.GetValueOrDefault(agent)?.Practices.Keys.ToHashSet() ?? [];
        var team = floor.InOrder.Where(a => a.Profile.Id != agent && a.Practices.Keys.Any(practices.Contains)).ToList();
        return new AgentView
        {
            Revision = revision,
            ServerTime = now.ToDateTimeOffset(),
            Presence = new PresenceView(View(presence.Presence), presence.AwayReason, presence.Since.ToDateTimeOffset(), presence.PausedBecause),
            Offer = await Offer(db, agent, culture, cancellationToken),
            Call = await Call(db, agent, culture, now, cancellationToken),
            Team = withTeam ? [.. team.Select(View)] : null,
            Queue = Queue(floor, practices, team, presence),
        };
    }

    private async Task<OfferView?> Offer(ContactCenterDb db, AgentId agent, string culture, CancellationToken cancellationToken)
    {
        if (await OpenOffer.Run(db, agent, cancellationToken) is not { } offer)
            return null;
        var file = await CallFile.Open(db, sealer, offer.CallId, cancellationToken, memory);
        if (file is null || file.Call.Story.OpenOffer != offer.Id)
            return null;
        return new OfferView
        {
            OfferId = offer.Id.Value, CallId = offer.CallId.Value, OfferedAt = offer.OfferedAt.ToDateTimeOffset(), ExpiresAt = offer.ExpiresAt.ToDateTimeOffset(),
            Practice = await cards.For(db, offer.PracticeId, culture, cancellationToken),
            Caller = await callers.For(db, file, cancellationToken),
            WaitingSince = (file.Record.QueuedAt ?? offer.OfferedAt).ToDateTimeOffset(),
            Urgency = (CallUrgency)file.Record.Urgency, Reason = ReasonWords.Of(file.Record.Reason, culture),
            Because = RoutingWords.Of(JsonSerializer.Deserialize<RoutingReason>(offer.Because, OfferCalls.Json)!, culture),
        };
    }

    private async Task<CallView?> Call(ContactCenterDb db, AgentId agent, string culture, Instant now, CancellationToken cancellationToken)
    {
        var record = await CallOf.Run(db, agent, cancellationToken);
        if (record is null)
            return null;
        var file = await CallFile.Open(db, sealer, record, cancellationToken, memory);
        var story = file.Call.Story;
        return new CallView
        {
            CallId = record.Id.Value,
            Practice = await cards.For(db, record.PracticeId, culture, cancellationToken),
            Caller = await callers.For(db, file, cancellationToken),
            Phase = PhaseOf(story.State),
            Urgency = (CallUrgency)story.Urgency,
            Reason = ReasonWords.Of(story.Reason, culture),
            AnsweredAt = story.AnsweredAt?.ToDateTimeOffset(),
            PhaseSince = story.StateSince.ToDateTimeOffset(),
            TalkSeconds = (int)file.Call.Timeline(now).SecondsOf(SegmentKind.Talk),
            Transfer = story.Transfers.LastOrDefault() is { } t ? new TransferView(t.Id.Value, (TransferKindView)t.Kind, t.TargetName, (TransferPhase)t.State, story.StateSince.ToDateTimeOffset()) : null,
            Targets = await Targets(db, record, cancellationToken),
            EmergencyOpen = story.EmergencyOpen,
            Join = story.AgentLegExpected is { } leg ? new Dictionary<string, string> { ["callId"] = record.Id.ToString(), ["leg"] = leg.ToString() } : null,
            WrapUpEndsAt = record.WrapUpDueAt?.ToDateTimeOffset(),
            Notes = record.Notes is { } notes ? sealer.Open<string>(CallNotes.RowOf(record), notes) : null,
            Disposition = record.Disposition,
            Dispositions = DispositionWords.All(culture),
        };
    }

    private async Task<IReadOnlyList<TransferTarget>> Targets(ContactCenterDb db, CallRecord record, CancellationToken cancellationToken)
    {
        var escalation = await scripts.EscalationOf(db, record, cancellationToken);
        var now = clock.GetCurrentInstant();
        var onCall = escalation.OnCall(now);
        return
        [
            .. escalation.EmergencyNumbers.Select(t => new TransferTarget(t.Id, t.Name, t.Number, true, false)),
            new TransferTarget(onCall.Id, onCall.Name, "", false, true),
            .. escalation.Names.Select(n => escalation.Find(n, now)).OfType<Domain.Triage.EscalationTarget>()
                .Where(t => t.Number != onCall.Number && escalation.EmergencyNumbers.All(e => e.Number != t.Number)).DistinctBy(t => t.Id)
                .Select(t => new TransferTarget(t.Id, t.Name, "", false, false)),
        ];
    }

    private static TeamMemberView View(FloorAgent agent) => new(
        agent.Profile.Id.Value, agent.Name, agent.Profile.Initials, View(agent.Presence?.Presence ?? Domain.Routing.Presence.Offline),
        agent.Presence?.AwayReason, (agent.Presence?.Since ?? Instant.FromUnixTimeSeconds(0)).ToDateTimeOffset(), null);

    private static QueueView Queue(FloorReading floor, HashSet<PracticeId> practices, List<FloorAgent> team, AgentPresence own)
    {
        var waiting = floor.Waiting.Where(c => practices.Contains(c.Practice)).ToList();
        var available = team.Count(a => a.Presence?.Presence == Domain.Routing.Presence.Available) + (own.Presence == Domain.Routing.Presence.Available ? 1 : 0);
        return new QueueView(waiting.Count, waiting.Count == 0 ? null : waiting.Min(c => c.Since).ToDateTimeOffset(), available);
    }

    private static ContractPresence View(Domain.Routing.Presence presence) => presence switch
    {
        Domain.Routing.Presence.Offline => ContractPresence.Offline,
        Domain.Routing.Presence.Available => ContractPresence.Available,
        Domain.Routing.Presence.Offered => ContractPresence.Offered,
        Domain.Routing.Presence.OnCall => ContractPresence.OnCall,
        Domain.Routing.Presence.WrapUp => ContractPresence.WrapUp,
        Domain.Routing.Presence.Away => ContractPresence.Away,
    };

    private static CallPhase PhaseOf(CallState state) => state switch
    {
        CallState.Talking => CallPhase.Talking,
        CallState.OnHold => CallPhase.OnHold,
        CallState.Consulting => CallPhase.Consulting,
        CallState.AgentLost => CallPhase.AgentLost,
        CallState.HandedOver => CallPhase.HandedOver,
        CallState.WrapUp or CallState.Closed => CallPhase.WrapUp,
        CallState.InIvr or CallState.Waiting or CallState.Queued or CallState.Offered or CallState.Connecting or CallState.Connected or CallState.InEmergency
            or CallState.LeavingMessage or CallState.CallbackPromised or CallState.Diverted => CallPhase.Connecting,
    };
}
