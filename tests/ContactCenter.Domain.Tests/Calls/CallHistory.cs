using ContactCenter.Domain.Triage;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>
/// Writes a call's events as they would happen, with the vendor's whole-second stamps and our millisecond ones, and keeps its own account of
/// the seconds spent talking, parked and consulting.
/// </summary>
/// <remarks>
/// A decision that the call takes by itself stands in the history under the key it will bear, marked in <see cref="Implied"/>. A notice on which the
/// server acts, so that what follows would not have happened without it, is marked in <see cref="ActedUpon"/>.
/// </remarks>
internal sealed class CallHistory(Instant start)
{
    private readonly List<CallEvent> _events = [];
    private int _conference = 1;
    private int _key;
    private int _sequence;
    private int _accepted;
    private int _agentGeneration;
    private int _transfers;
    private Instant _kindSince;
    private SegmentKind _kind = SegmentKind.Ivr;

    public static LegRef Caller { get; } = new("CA-caller");
    public Instant Now { get; private set; } = start;
    public IReadOnlyList<CallEvent> Events => _events;

    /// <summary>When each event could be told at the earliest: the vendor's stamps are floored, our clock is not.</summary>
    public Dictionary<string, Instant> Happened { get; } = [];
    public HashSet<string> Implied { get; } = [];

    /// <summary>The answers to our wishes for hold and its end tell of them as well as the notices do.</summary>
    public bool AnswersTell { get; init; }
    public HashSet<string> ActedUpon { get; } = [];
    public Dictionary<SegmentKind, long> Expected { get; } = [];
    public AgentId Agent { get; private set; }
    public LegRef AgentLeg => new($"CA-agent-{_accepted}-{_agentGeneration}");

    public CallHistory After(double seconds)
    {
        Now += Duration.FromMilliseconds(Math.Round(seconds * 1000));
        return this;
    }

    public CallHistory Arrives(CallbackPlace? kept = null) => Add(new CallArrived(Key(), Now, Caller, "+33612345678", "+33180000001", kept), SegmentKind.Ivr);

    public CallHistory Queues(Urgency urgency = Urgency.Routine) =>
        Add(new CallDirected(Key(), Now, CallDirection.Queue, urgency, "rendez-vous", []), SegmentKind.Waiting);

    public CallHistory Directed(CallDirection direction, SegmentKind kind) =>
        Add(new CallDirected(Key(), Now, direction, Urgency.Routine, null, []), kind);

    public CallHistory Offers(AgentId agent) => Add(new CallOffered(Key(), Now, Offer(), agent));

    public CallHistory Lapses(OfferState how) => Add(new OfferLapsed(Key(), Now, LastOffer(), how));

    public CallHistory Accepts()
    {
        var offered = _events.OfType<CallOffered>().Last();
        Agent = offered.Agent;
        _accepted++;
        _agentGeneration = 0;
        return Add(new OfferAccepted(Key(), Now, offered.Offer, offered.Agent), SegmentKind.Ringing);
    }

    public CallHistory CallerJoins() => Adds(new QueueLeft(Key(), Now, QueueExit.Redirected)).Adds(new JoinRequested(Key(), Now)).Add(new ParticipantJoined(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted)));

    /// <summary>Both come into the conference, told by nothing else.</summary>
    public CallHistory BothJoin() =>
        Add(new ParticipantJoined(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted))).AgentJoins();

    public CallHistory AgentJoins()
    {
        _agentGeneration++;
        var label = new LegLabel(LegRole.Agent, _accepted, _agentGeneration);
        Add(new AgentLegStarted(Key(), Now, AgentLeg, Agent, label));
        return Add(new ParticipantJoined(Key(), Whole, Conference, ++_sequence, AgentLeg, label), SegmentKind.Talk);
    }

    public CallHistory AgentDrops() => Add(
        new ParticipantLeft(Key(), Whole, Conference, ++_sequence, AgentLeg, new LegLabel(LegRole.Agent, _accepted, _agentGeneration), true), SegmentKind.Technical)
        .Add(new LegProgressed(Key(), Whole, AgentLeg, LegProgress.Completed, 3, null));

    /// <summary>Her tab dies now; it is noticed <paramref name="seconds"/> later.</summary>
    public CallHistory AgentVanishes(double seconds)
    {
        var lastEvidence = Now;
        Turn(SegmentKind.Technical);
        return After(seconds).AgentVanished(lastEvidence);
    }

    public CallHistory AgentVanished(Instant lastEvidence)
    {
        Add(new AgentVanished(Key(), lastEvidence, Agent));
        return this;
    }

    public CallHistory Commands(AgentCommand command) => Add(new AgentCommanded(Key(), Now, Agent, command));

    public CallHistory Held(SegmentKind kind = SegmentKind.Hold) =>
        Add(new ParticipantHeld(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted)), kind)
            .Answered(key => new ParticipantHeld(key, Whole, Conference, int.MaxValue, Caller, LegLabel.Caller(_accepted)));

    public CallHistory Resumed() =>
        Add(new ParticipantResumed(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted)), SegmentKind.Talk)
            .Answered(key => new ParticipantResumed(key, Whole, Conference, int.MaxValue, Caller, LegLabel.Caller(_accepted)));

    public TransferId Transfers(TransferKind kind)
    {
        var id = TransferIdOf(++_transfers);
        var (number, name) = kind == TransferKind.Emergency ? ("15", "15") : ("+33600000015", "Dr Martin");
        Add(new TransferRequested(Key(), Now, id, _transfers, kind, number, name));
        Add(new TargetDialled(Key(), Now, id, Target));
        return id;
    }

    public static TransferId TransferIdOf(int ordinal) => new(new Guid(ordinal, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]));

    /// <summary>The emergency number does not answer; the next one, if there is one, is dialled without anybody asking.</summary>
    public CallHistory EmergencyNumberFails(LegProgress how, string? next)
    {
        TargetProgress(how, 2);
        if (next is null)
            return this;
        var id = TransferIdOf(++_transfers);
        Follows(because => new TransferRequested($"{because.Key}>next", Now, id, _transfers, TransferKind.Emergency, next, next));
        return Add(new TargetDialled(Key(), Now, id, Target));
    }

    public int Ordinal => _transfers;
    public bool SawEmergency => _events.Exists(e => e is CallDirected { Direction: CallDirection.Emergency } or TransferRequested { TransferKind: TransferKind.Emergency });
    public TransferKind Kind => _events.OfType<TransferRequested>().Last().TransferKind;

    public CallHistory Cancels(TransferId id) => Add(new TransferCancelled(Key(), Now, id));

    public LegRef Target => new($"CA-target-{_transfers}");

    public CallHistory TargetProgress(LegProgress progress, int sequence) => Add(new LegProgressed(Key(), Whole, Target, progress, sequence, null));

    public CallHistory TargetPresses(TransferId id, string? keys)
    {
        Add(new TargetAnswered(Key(), Now, id));
        return Add(new TargetKeyPressed(Key(), Now, id, keys));
    }

    public CallHistory TargetJoins() => Add(new ParticipantJoined(Key(), Whole, Conference, ++_sequence, Target, new LegLabel(LegRole.Target, _transfers)));

    /// <summary>The target of a blind transfer is in: the caller is handed over without anybody asking.</summary>
    public CallHistory TargetTakesOver(TransferId id)
    {
        TargetJoins().Follows(because => new TransferCompleted($"{because.Key}>completed", Now, id));
        return Resumed().AgentGoes();
    }

    public CallHistory TargetLeaves() => Add(new ParticipantLeft(Key(), Whole, Conference, ++_sequence, Target, new LegLabel(LegRole.Target, _transfers), true));

    public CallHistory HandsOver(TransferId id)
    {
        Add(new TransferCompleted(Key(), Now, id));
        return (_kind == SegmentKind.Talk ? this : Resumed()).AgentGoes();
    }

    /// <summary>Back to the queue: the caller's leg is taken out of the conference, which ends without her.</summary>
    public CallHistory Requeued()
    {
        Add(new CallRequeued(Key(), Now, _accepted), SegmentKind.Waiting);
        return LeavesTheConference().Add(new ConferenceLeft(Key(), Now));
    }

    /// <summary>The conference ends around a caller whose leg lives on: she goes back to the queue without anybody asking.</summary>
    public CallHistory ConferenceFails()
    {
        AgentDrops().LeavesTheConference().Add(new ConferenceLeft(Key(), Now));
        return Follows(because => new CallRequeued($"{because.Key}>requeued", Now, _accepted), SegmentKind.Waiting);
    }

    /// <summary>The n-th emergency number, dialled from the caller's own leg, was tried.</summary>
    public CallHistory EmergencyDialEnds(int attempt, DialOutcome outcome, bool isLast)
    {
        Add(new EmergencyDialEnded(Key(), Now, attempt, outcome));
        return isLast && outcome != DialOutcome.Answered
            ? Follows(because => new CallDirected($"{because.Key}>directed", Now, CallDirection.Queue, Urgency.Emergency, null, []), SegmentKind.Waiting)
            : this;
    }

    public CallHistory DiversionEnds(DialOutcome outcome) => Add(new DiversionEnded(Key(), Now, outcome));

    public CallHistory LeavesMessage(int seconds) => Add(new MessageRecorded(Key(), Now, seconds > 0 ? $"RE{_key}" : null, Duration.FromSeconds(seconds)));

    public CallHistory QueueHungUp() => Add(new QueueLeft(Key(), Now, QueueExit.HungUp));

    public CallHistory CallerHangsUp(bool fromConference)
    {
        if (fromConference)
            Add(new ParticipantLeft(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted), true));
        Add(new LegProgressed(Key(), Whole, Caller, LegProgress.Completed, 3, Whole - _events[0].At));
        Turn(null);
        return this;
    }

    /// <summary>No notice told of the caller's end; the vendor's own record does.</summary>
    public CallHistory CallerFoundGone()
    {
        Add(new CallReconciled(Key(), Whole, Caller));
        Turn(null);
        return this;
    }

    /// <summary>The vendor's record of who was inside from when to when says again what some notices said.</summary>
    public CallHistory RecordedAgain(Func<CallEvent, bool> which)
    {
        foreach (var notice in _events.Where(which).ToList())
        {
            if (notice is ParticipantJoined j)
                Add(new ParticipantJoined($"record:{j.Conference}:{j.Leg.Value}:joined", j.At, j.Conference, 0, j.Leg, j.Label));
            if (notice is ParticipantLeft l)
                Add(new ParticipantLeft($"record:{l.Conference}:{l.Leg.Value}:left", l.At, l.Conference, int.MaxValue, l.Leg, l.Label, false));
        }
        return this;
    }

    public CallHistory ConferenceEnds() => Add(new ConferenceEnded(Key(), Whole, Conference, ++_sequence));

    public CallHistory WrapsUp() => Add(new WrapUpFinished(Key(), Now, "rdv-pris", false));

    public CallHistory Adds(CallEvent happened) => Add(happened);

    private CallHistory Answered(Func<string, CallEvent> answer) => AnswersTell ? Add(answer($"answer:{Key()}")) : this;

    private CallHistory AgentGoes() => Add(
        new ParticipantLeft(Key(), Whole, Conference, ++_sequence, AgentLeg, new LegLabel(LegRole.Agent, _accepted, _agentGeneration), true), SegmentKind.Transferred);

    private CallHistory LeavesTheConference()
    {
        Add(new ParticipantLeft(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted), false)).ConferenceEnds();
        _conference++;
        _sequence = 0;
        return this;
    }

    private CallHistory Follows(Func<CallEvent, CallEvent> decision, SegmentKind? kind = null)
    {
        ActedUpon.Add(_events[^1].Key);
        var implied = decision(_events[^1]);
        Implied.Add(implied.Key);
        return Add(implied, kind);
    }

    private string Conference => $"CF{_conference}";

    private Instant Whole => Instant.FromUnixTimeSeconds(Now.ToUnixTimeSeconds());

    private string Key() => $"k{++_key:000}";

    private OfferId Offer() => new(new Guid(_key, 1, 1, [1, 2, 3, 4, 5, 6, 7, 8]));

    private OfferId LastOffer() => _events.OfType<CallOffered>().Last().Offer;

    private CallHistory Add(CallEvent happened, SegmentKind? kind = null)
    {
        _events.Add(happened);
        Happened[happened.Key] = Now;
        if (kind is not null)
            Turn(kind);
        return this;
    }

    private void Turn(SegmentKind? kind)
    {
        if (_kindSince != default)
            Expected[_kind] = Expected.GetValueOrDefault(_kind) + (long)(Whole - _kindSince).TotalSeconds;
        _kindSince = Whole;
        _kind = kind ?? _kind;
    }
}
