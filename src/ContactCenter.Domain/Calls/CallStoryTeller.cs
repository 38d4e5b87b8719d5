using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>Folds a call's events into its story. One instance tells one story.</summary>
/// <remarks>
/// Decisions of ours (queue, offer, accept, ...) move the call when their turn comes. What the vendor reports changes conditions (who is
/// in the conference, who is parked, who has gone), and the call then moves as far as its conditions let it: so two clocks that differ
/// by a second, or a notice that never came, cannot leave it in a wrong state.
/// </remarks>
internal sealed partial class CallStoryTeller
{
    private readonly CallLifecycle _lifecycle = new();
    private readonly HashSet<LegRef> _ended = [];
    private readonly HashSet<LegRef> _agentLegsInside = [];
    private readonly HashSet<LegRef> _targetLegsInside = [];
    private readonly Dictionary<LegRef, ParticipantJoined> _inside = [];
    private bool _handedOver;
    private CallStory _story = new();

    public CallStory Tell(IEnumerable<CallEvent> events)
    {
        foreach (var happened in events.DistinctBy(e => e.Key).Order(CallEventOrder.Instance))
        {
            if (Note(happened) is { } decided)
                Move(decided, happened.At);
            while (Settle(happened.At))
            {
            }
        }
        return _story;
    }

    private bool Settle(Instant at) =>
        _story.CallerLeftAt is not null && Move(CallTrigger.CallerLeaves, at)
        || _story.WrapUpFinished && Move(CallTrigger.FinishWrapUp, at)
        || _handedOver && Move(CallTrigger.HandOver, at)
        || _story is { CallerPresent: true, AgentPresent: true } && Move(CallTrigger.LegsMeet, at)
        || _story is not { CallerPresent: true, AgentPresent: true } && Move(CallTrigger.LegsPart, at)
        || (_story.CallerHeld
            ? Move(_story.OpenTransfer is { ParksCaller: true } ? CallTrigger.Consult : CallTrigger.Hold, at)
            : Move(CallTrigger.Resume, at));

    private bool Move(CallTrigger trigger, Instant at)
    {
        var from = _lifecycle.State;
        if (!_lifecycle.TryFire(trigger))
            return false;
        _story = _story with { State = _lifecycle.State, StateSince = at };
        if (_lifecycle.State == CallState.Queued && from != CallState.Offered)
            _story = _story with { QueuedAt = _story.QueuedAt ?? at };
        if (_lifecycle.State == CallState.Talking)
            _story = _story with { AnsweredAt = _story.AnsweredAt ?? at };
        return true;
    }

    /// <summary>Writes down what an event says; returns the trigger when the event is a decision of ours.</summary>
    private CallTrigger? Note(CallEvent happened) => happened switch
    {
        CallArrived e => NoteArrival(e),
        CallDirected e => NoteDirection(e),
        QueueLeft { Exit: QueueExit.HungUp } e => NoteCallerGone(e.At),
        MessageRecorded e => NoteMessage(e),
        DialKeyPressed { Keys: TransferAcceptance.Key } e => NoteAccepted(e),
        DiversionEnded { Outcome: DialOutcome.Answered, Bridged: true } => NoteDiversion(),
        CallOffered e => NoteOffer(e),
        OfferLapsed e => NoteLapse(e),
        OfferAccepted e => NoteAcceptance(e),
        AgentLegStarted e => NoteAgentLeg(e),
        AgentVanished e => NoteAgentGone(e.Agent),
        CallRequeued => NoteRequeue(),
        ParticipantJoined e => NoteJoin(e),
        ParticipantLeft e => NoteLeave(e),
        ConferenceEnded e => NoteConferenceEnd(e),
        ParticipantHeld { Label.Role: LegRole.Caller } => NoteHold(),
        ParticipantResumed { Label.Role: LegRole.Caller } => NoteResume(),
        LegProgressed e => NoteProgress(e),
        CallReconciled e when e.Leg == _story.CallerLeg => NoteCallerGone(e.At),
        TransferRequested e => NoteTransfer(e),
        TargetDialled e => Change(e.Transfer, e.At, t => t.IsOpen ? t with { Leg = e.Leg, State = e.Leg is null ? TransferState.Failed : t.State } : t),
        TargetAnswered e => Change(e.Transfer, e.At, t => t.State < TransferState.Answered ? t with { State = TransferState.Answered, AnsweredAt = e.At } : t),
        TargetKeyPressed e => Change(e.Transfer, e.At,
            t => t.IsOpen ? t with { State = e.Keys == TransferAcceptance.Key ? TransferState.Briefing : TransferState.Rejected } : t),
        TransferCompleted e => NoteHandOver(e),
        TransferCancelled e => Change(e.Transfer, e.At, t => t.IsOpen ? t with { State = TransferState.Cancelled } : t),
        TransferUnanswered e => Change(e.Transfer, e.At, t => t is { IsOpen: true, State: not TransferState.Briefing } ? t with { State = TransferState.NoAnswer } : t),
        EmergencyDeclared => NoteEmergency(),
        WrapUpFinished e => NoteWrapUp(e),
        _ => null,
    };

    private CallTrigger? NoteArrival(CallArrived e)
    {
        _story = _story with { CallerLeg = e.Leg, CallerNumber = e.CallerNumber, StateSince = e.At, QueuedAt = e.Callback?.QueuedAt };
        return null;
    }

    private CallTrigger NoteDirection(CallDirected e)
    {
        _story = _story with
        {
            Urgency = e.Urgency > _story.Urgency ? e.Urgency : _story.Urgency,
            Direction = e.Direction,
            Reason = e.Reason ?? _story.Reason,
            Skills = e.Skills.Count > 0 ? e.Skills : _story.Skills,
            EmergencyDeclared = _story.EmergencyDeclared || e.Direction == CallDirection.Emergency,
        };
        return e.Direction switch
        {
            CallDirection.Queue => CallTrigger.EnterQueue,
            CallDirection.Message => CallTrigger.LeaveMessage,
            CallDirection.Emergency => CallTrigger.DialEmergency,
            CallDirection.Callback => CallTrigger.PromiseCallback,
            CallDirection.Divert => CallTrigger.Divert,
        };
    }

    private CallTrigger? NoteEmergency()
    {
        _story = _story with { EmergencyDeclared = true, EmergencyServed = false };
        return null;
    }

    private CallTrigger? NoteCallerGone(Instant at)
    {
        _story = _story with { CallerLeftAt = _story.CallerLeftAt is { } earlier && earlier < at ? earlier : at, CallerPresent = false, CallerHeld = false };
        ChangeAll(at, t => t.IsOpen, t => t with { State = TransferState.AbandonedInTransfer });
        return null;
    }

    private CallTrigger? NoteMessage(MessageRecorded e)
    {
        if (e.Recording is not null && e.Length > Duration.Zero)
            _story = _story with { Recording = e.Recording, RecordingLength = e.Length };
        return null;
    }

    private CallTrigger? NoteAccepted(DialKeyPressed e)
    {
        _story = _story with
        {
            AcceptedDials = _story.AcceptedDials.Add(DialPlace.KeyOf(e.Way, e.Attempt)),
            DiversionTaken = _story.DiversionTaken || e.Way == DialWay.Diversion,
        };
        return null;
    }

    private CallTrigger? NoteDiversion()
    {
        _story = _story with { DiversionTaken = true };
        return null;
    }

    private CallTrigger NoteOffer(CallOffered e)
    {
        _story = _story with { OpenOffer = e.Offer, OfferedTo = e.Agent };
        return CallTrigger.Offer;
    }

    private CallTrigger? NoteLapse(OfferLapsed e)
    {
        if (_story.OpenOffer != e.Offer)
            return null;
        _story = _story with { OpenOffer = null, OfferedTo = null };
        return CallTrigger.OfferLapses;
    }

    private CallTrigger NoteAcceptance(OfferAccepted e)
    {
        _story = _story with
        {
            OpenOffer = null,
            OfferedTo = null,
            Agent = e.Agent,
            Acceptances = _story.Acceptances + 1,
            AgentLeg = null,
            AgentLegs = 0,
            AgentPresent = false,
            AgentLegSince = null,
        };
        _agentLegsInside.Clear();
        return CallTrigger.Accept;
    }

    private CallTrigger? NoteAgentLeg(AgentLegStarted e)
    {
        if (e.Label.Ordinal != _story.Acceptances || e.Agent != _story.Agent || _ended.Contains(e.Leg))
            return null;
        _story = _story with { AgentLeg = e.Leg, AgentLegs = Math.Max(_story.AgentLegs, e.Label.Generation), AgentByPhone = e.ByPhone };
        return null;
    }

    private CallTrigger? NoteAgentGone(AgentId agent)
    {
        if (_story.Agent != agent)
            return null;
        ForgetAgentLegs();
        return null;
    }

    private CallTrigger NoteRequeue()
    {
        ForgetAgentLegs();
        _story = _story with { Agent = null, CallerPresent = false, CallerHeld = false };
        return CallTrigger.Requeue;
    }

    private void ForgetAgentLegs()
    {
        _ended.UnionWith(_agentLegsInside);
        if (_story.AgentLeg is { } leg)
            _ended.Add(leg);
        _agentLegsInside.Clear();
        _story = _story with { AgentLeg = null, AgentPresent = false, AgentLegSince = null };
    }

    private CallTrigger? NoteJoin(ParticipantJoined e)
    {
        LeaveEarlierConferences(e);
        _story = _story with { Conference = e.Conference };
        _inside[e.Leg] = e;
        switch (e.Label.Role)
        {
            case LegRole.Caller:
                _story = _story with { CallerPresent = true, CallerHeld = false, CallerJoins = Math.Max(_story.CallerJoins, e.Label.Generation) };
                break;
            case LegRole.Agent when e.Label.Ordinal == _story.Acceptances && !_ended.Contains(e.Leg):
                _agentLegsInside.Add(e.Leg);
                _story = _story with { AgentPresent = true, AgentLeg = e.Leg, AgentLegs = Math.Max(_story.AgentLegs, e.Label.Generation), AgentLegSince = e.At };
                break;
            case LegRole.Agent:
                return null;
            case LegRole.Target:
                return NoteTargetIn(e);
            case LegRole.Supervisor:
                return null;
        }
        return null;
    }

    private CallTrigger? NoteLeave(ParticipantLeft e)
    {
        if (e.LegEnded)
            _ended.Add(e.Leg);
        else if (_inside.TryGetValue(e.Leg, out var since) && since.Conference != e.Conference)
            return null;
        NoteOutside(e.Leg, e.Label, e.At);
        return e is { LegEnded: true, Label.Role: LegRole.Caller } ? NoteCallerGone(e.At) : null;
    }

    private void LeaveEarlierConferences(ParticipantJoined joining)
    {
        foreach (var joined in _inside.Values.Where(j => joining.EndsStayIn(j.Conference, j.At)).ToList())
            NoteOutside(joined.Leg, joined.Label, joining.At);
    }

    // Whose leaving was not told has left all the same. The caller's leg may live on, and the vendor is asked; but nobody waits for her in there.
    private CallTrigger? NoteConferenceEnd(ConferenceEnded e)
    {
        foreach (var joined in _inside.Values.Where(j => j.Conference == e.Conference).ToList())
            NoteOutside(joined.Leg, joined.Label, e.At);
        return null;
    }

    private void NoteOutside(LegRef leg, LegLabel label, Instant at)
    {
        _inside.Remove(leg);
        switch (label.Role)
        {
            case LegRole.Caller:
                _story = _story with { CallerPresent = false, CallerHeld = false };
                break;
            case LegRole.Agent:
                NoteAgentLegOver(leg);
                break;
            case LegRole.Target:
                NoteTargetOut(leg);
                NoteTargetOver(label.Ordinal, at);
                break;
            case LegRole.Supervisor:
                break;
        }
    }

    private CallTrigger? NoteAgentLegOver(LegRef leg)
    {
        _agentLegsInside.Remove(leg);
        var present = _agentLegsInside.Count > 0;
        _story = _story with
        {
            AgentLeg = _story.AgentLeg == leg ? null : _story.AgentLeg,
            AgentPresent = present,
            AgentLegSince = present ? _story.AgentLegSince : null,
        };
        return null;
    }

    private CallTrigger? NoteHold()
    {
        _story = _story with { CallerHeld = true };
        return null;
    }

    private CallTrigger? NoteResume()
    {
        _story = _story with { CallerHeld = false };
        return null;
    }

    private CallTrigger? NoteProgress(LegProgressed e)
    {
        if (e.Progress < LegProgress.Completed)
        {
            if (e.Progress == LegProgress.Ringing)
                ChangeAll(e.At, t => t.Leg == e.Leg && t.State == TransferState.Requested, t => t with { State = TransferState.Ringing });
            return null;
        }
        _ended.Add(e.Leg);
        if (e.Leg == _story.CallerLeg)
            return NoteCallerGone(e.At);
        if (e.Leg == _story.AgentLeg || _agentLegsInside.Contains(e.Leg))
            return NoteAgentLegOver(e.Leg);
        NoteTargetOut(e.Leg);
        ChangeAll(e.At, t => t.Leg == e.Leg && t.IsOpen, t => t with { State = EndOf(t, e.Progress) });
        return null;
    }

    private CallTrigger? NoteWrapUp(WrapUpFinished e)
    {
        _story = _story with { WrapUpFinished = true, Disposition = e.Disposition };
        return null;
    }
}
