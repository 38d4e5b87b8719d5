using System.Globalization;
using System.Text.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ContractPresence = ContactCenter.Contracts.Consoles.Presence;

namespace ContactCenter.Server.Consoles;

/// <summary>What an offer shows of a call, read before the offer is made.</summary>
/// <param name="Revision">Drawn before anything was read.</param>
internal sealed record CardAhead(long Revision, string Culture, FloorReading Floor, PracticeCard Practice, CallerView Caller);

/// <summary>What an agent's view is made of.</summary>
/// <param name="Revision">Of the view.</param>
/// <param name="Call">The call in her hands, or null.</param>
internal sealed record AgentRows(long Revision, AgentPresence Presence, Offer? Offer, CallRecord? Call);

/// <summary>A view, and the number of the reading of the floor by which it was made.</summary>
internal sealed record MadeView(AgentView View, long Floor);

/// <summary>Makes the whole view of one agent from the rows.</summary>
internal sealed class AgentViews(
    Store store, Sealer sealer, CallMemory memory, FloorBoard board, PracticeCards cards, Callers callers, CallScripts scripts, PatientWishes wishes, ViewRevisions revisions,
    IClock clock)
{
    // One journey for what every heartbeat of every console asks. An agent has at most one open offer, and seldom more than one call in hand.
    private static readonly HotList<Guid, AgentId, OwnRow> RowsOf = new((db, account, agent) =>
        from user in db.Users.Where(u => u.Id == account)
        from presence in db.Set<AgentPresence>().Where(p => p.AgentId == agent).DefaultIfEmpty()
        from offer in db.Set<Offer>().Where(o => o.OpenForAgent == agent
            && db.Set<AgentPractice>().Any(a => a.PracticeId == o.PracticeId && a.AgentId == agent)).DefaultIfEmpty()
        from call in db.Set<CallRecord>().Where(c => c.AgentId == agent && FloorBoard.InHand.Contains(c.State)
            && !(c.State == CallState.HandedOver && c.WrapUpFinished)).DefaultIfEmpty()
        select new OwnRow(presence, offer, call));

    private static readonly HotQuery<CallId, SlotHold?> HoldOf = new((db, call, _) => db.Set<SlotHold>().AsNoTracking().SingleOrDefault(h => h.CallId == call));

    /// <summary>
    /// Reads what a view of this agent is made of. What is made of it bears a greater number than what a console <paramref name="shown"/>, whichever server
    /// made that; and it is drawn before the rows are read, so that a view made later bears a greater number and never older rows.
    /// </summary>
    public async Task<AgentRows> Read(AgentId agent, long shown, CancellationToken cancellationToken)
    {
        revisions.FollowUpon(shown);
        var revision = revisions.Next();
        var rows = await store.Read(async (db, token) => await RowsOf.Run(db, agent.Value, agent, token), cancellationToken);
        return new AgentRows(
            revision, rows.FirstOrDefault()?.Presence ?? new AgentPresence { AgentId = agent, Since = clock.GetCurrentInstant() },
            rows.FirstOrDefault()?.Offer, rows.Select(r => r.Call).OfType<CallRecord>().MaxBy(c => c.StateSince));
    }

    /// <summary>The view of one agent as she is now, without a team.</summary>
    public async Task<AgentView> For(AgentId agent, string culture, CancellationToken cancellationToken) =>
        (await Of(await Read(agent, 0, cancellationToken), culture, null, cancellationToken)).View;

    /// <param name="teamShown">The reading of the floor that her console shows her team by, 0 when it shows none; null: the team is left as it is shown.</param>
    public async Task<MadeView> Of(AgentRows rows, string culture, long? teamShown, CancellationToken cancellationToken)
    {
        var floor = await board.Read();
        var now = clock.GetCurrentInstant();
        var view = Whole(rows.Revision, rows.Presence, floor, now, teamShown);
        if (rows is { Offer: null, Call: null })
            return new MadeView(view, floor.Number);
        return await store.Read(
            async (db, token) => new MadeView(
                view with
                {
                    Offer = rows.Offer is { } offer ? await Offer(db, offer, floor, culture, token) : null,
                    Call = rows.Call is { } call ? await Call(db, call, floor, culture, now, token) : null,
                },
                floor.Number),
            cancellationToken);
    }

    /// <summary>Reads what an offer of this call would show to an agent who is free; null when there is no such call.</summary>
    public async Task<CardAhead?> ReadAhead(CallId call, string culture, CancellationToken cancellationToken)
    {
        var floor = await board.Read();
        var revision = revisions.Next();
        return await store.Read(
            async (db, token) =>
            {
                if (await CallFile.Open(db, sealer, call, token, memory) is not { } file)
                    return null;
                var card = await cards.For(db, file.Record.PracticeId, culture, token);
                return new CardAhead(revision, culture, floor, card, await callers.For(db, file, card, floor, culture, token));
            },
            cancellationToken);
    }

    /// <summary>The view of an agent who was free and to whom this was just offered, without reading anything.</summary>
    public AgentView Of(OfferMade made, CardAhead card) => Whole(card.Revision, made.Presence, card.Floor, clock.GetCurrentInstant(), teamShown: null) with
    {
        Offer = View(made.Offer, made.Call, card.Practice, card.Caller, card.Culture),
    };

    private static AgentView Whole(long revision, AgentPresence presence, FloorReading floor, Instant now, long? teamShown)
    {
        var practices = floor.Agents.GetValueOrDefault(presence.AgentId)?.Practices.Keys.ToHashSet() ?? [];
        var team = practices.SelectMany(p => floor.Teams[p]).Where(a => a.Profile.Id != presence.AgentId).DistinctBy(a => a.Profile.Id).ToList();
        var news = teamShown is { } shown ? team.FindAll(a => a.ChangedIn > shown) : [];
        var wholeTeam = teamShown is { } all && all < floor.TeamsChangedIn;
        return new AgentView
        {
            Revision = revision,
            ServerTime = now.ToDateTimeOffset(),
            Presence = new PresenceView(View(presence.Presence), presence.AwayReason, presence.Since.ToDateTimeOffset(), presence.PausedBecause),
            Team = wholeTeam ? [.. team.Select(a => View(a, practices))] : null,
            TeamChanges = wholeTeam || news.Count == 0 ? null : [.. news.Select(a => View(a, practices))],
            Queue = Queue(floor, practices, team, presence),
        };
    }

    private async Task<OfferView?> Offer(ContactCenterDb db, Offer offer, FloorReading floor, string culture, CancellationToken cancellationToken)
    {
        var file = await CallFile.Open(db, sealer, offer.CallId, cancellationToken, memory);
        if (file is null || file.Call.Story.OpenOffer != offer.Id)
            return null;
        var card = await cards.For(db, offer.PracticeId, culture, cancellationToken);
        return View(offer, file.Record, card, await callers.For(db, file, card, floor, culture, cancellationToken), culture);
    }

    private OfferView View(Offer offer, CallRecord call, PracticeCard card, CallerView caller, string culture) => new()
    {
        OfferId = offer.Id.Value, CallId = offer.CallId.Value, OfferedAt = offer.OfferedAt.ToDateTimeOffset(), ExpiresAt = offer.ExpiresAt.ToDateTimeOffset(),
        Practice = card,
        Caller = caller,
        WaitingSince = (call.QueuedAt ?? offer.OfferedAt).ToDateTimeOffset(),
        Urgency = (CallUrgency)call.Urgency, Reason = cards.Reason(card, call.Reason, culture),
        Because = RoutingWords.Of(JsonSerializer.Deserialize<RoutingReason>(offer.Because, OfferCalls.Json)!, culture),
    };

    private async Task<CallView> Call(ContactCenterDb db, CallRecord record, FloorReading floor, string culture, Instant now, CancellationToken cancellationToken)
    {
        var file = await CallFile.Open(db, sealer, record, cancellationToken, memory);
        var story = file.Call.Story;
        var card = await cards.For(db, record.PracticeId, culture, cancellationToken);
        return new CallView
        {
            CallId = record.Id.Value,
            Practice = card,
            Caller = await callers.For(db, file, card, floor, culture, cancellationToken),
            Phase = PhaseOf(story.State),
            Urgency = (CallUrgency)story.Urgency,
            Reason = cards.Reason(card, story.Reason, culture),
            AnsweredAt = story.AnsweredAt?.ToDateTimeOffset(),
            PhaseSince = story.StateSince.ToDateTimeOffset(),
            TalkSeconds = (int)file.Call.Timeline(now).SecondsOf(SegmentKind.Talk),
            Transfer = story.Chain is [.., var latest] ? View(latest, story) : null,
            EarlierAttempts = [.. story.Chain.SkipLast(1).Select(t => View(t, story))],
            Targets = await Targets(db, record, cancellationToken),
            EmergencyOpen = story.EmergencyOpen,
            Join = story.AgentLegExpected is { } leg ? new Dictionary<string, string> { ["callId"] = record.Id.ToString(), ["leg"] = leg.ToString() } : null,
            PatientId = record.PatientId?.Value,
            SlotHold = await HoldOf.Run(db, record.Id, cancellationToken) is { } hold && hold.ExpiresAt > now
                ? new SlotHoldView(hold.Id.Value, hold.ExpiresAt.ToDateTimeOffset())
                : null,
            WrapUpEndsAt = record.WrapUpDueAt?.ToDateTimeOffset(),
            Wish = story.EmergencyDeclared ? View(await wishes.Of(db, record, cancellationToken), card, culture) : null,
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
            .. escalation.EmergencyNumbers.Select(t => new TransferTarget(t.Number, t.Name, t.Number, true, false)),
            new TransferTarget(onCall.Id, onCall.Name, "", false, true),
            .. escalation.Names.Select(n => escalation.Find(n, now)).OfType<Domain.Triage.EscalationTarget>()
                .Where(t => t.Number != onCall.Number && escalation.EmergencyNumbers.All(e => e.Number != t.Number)).DistinctBy(t => t.Id)
                .Select(t => new TransferTarget(t.Id, t.Name, "", false, false)),
        ];
    }

    // Who joined and left again without a hand-over has left, though the attempt itself was a success.
    private static TransferView View(Transfer transfer, CallStory story) => new(
        transfer.Id.Value, (TransferKindView)transfer.Kind, transfer.TargetName,
        transfer is { State: TransferState.Bridged, ParksCaller: false } && !story.TargetPresent && !story.WasHandedOver ? TransferPhase.TargetLeft : (TransferPhase)transfer.State,
        (transfer.EndedAt ?? transfer.AnsweredAt ?? transfer.RequestedAt).ToDateTimeOffset(), transfer.Attempt,
        CanStop: transfer.IsOpen && story.Chain is [{ Kind: not TransferKind.Emergency }, ..],
        transfer.EndedAt is { } end ? (int)(end - transfer.RequestedAt).TotalSeconds : null);

    private WishView View(PatientWish wish, PracticeCard card, string culture) => new(cards.Reason(card, wish.Reason, culture), wish.Words, wish.IsBooked);

    /// <param name="mine">The practices of whoever looks: of a call for another she learns no name.</param>
    private static TeamMemberView View(FloorAgent agent, HashSet<PracticeId> mine) => new(
        agent.Profile.Id.Value, agent.Name, agent.Profile.Initials, View(agent.Presence?.Presence ?? Domain.Routing.Presence.Offline),
        agent.Presence?.AwayReason, (agent.Presence?.Since ?? Instant.FromUnixTimeSeconds(0)).ToDateTimeOffset(),
        agent.InHand is { } practice && mine.Contains(practice.Id) ? practice.Name : null);

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

    private sealed record OwnRow(AgentPresence? Presence, Offer? Offer, CallRecord? Call);
}
