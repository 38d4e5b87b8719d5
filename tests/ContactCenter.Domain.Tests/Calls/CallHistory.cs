using ContactCenter.Domain.Triage;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>
/// Writes a call's events as they would happen, with the vendor's whole-second stamps and our millisecond ones, and keeps its own account of
/// the seconds spent talking, parked and consulting.
/// </summary>
internal sealed class CallHistory(Instant start)
{
    private const string Conference = "CF1";
    private readonly List<CallEvent> _events = [];
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
    public Dictionary<SegmentKind, long> Expected { get; } = [];
    public AgentId Agent { get; private set; }
    public LegRef AgentLeg => new($"CA-agent-{_accepted}-{_agentGeneration}");

    public CallHistory After(double seconds)
    {
        Now += Duration.FromMilliseconds(Math.Round(seconds * 1000));
        return this;
    }

    public CallHistory Arrives() => Add(new CallArrived(Key(), Now, Caller, "+33612345678", "+33180000001"), SegmentKind.Ivr);

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

    public CallHistory CallerJoins() => Add(new ParticipantJoined(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted)));

    public CallHistory AgentJoins()
    {
        _agentGeneration++;
        var label = new LegLabel(LegRole.Agent, _accepted, _agentGeneration);
        Add(new AgentLegStarted(Key(), Now, AgentLeg, Agent, label));
        return Add(new ParticipantJoined(Key(), Whole, Conference, ++_sequence, AgentLeg, label), SegmentKind.Talk);
    }

    public CallHistory AgentDrops() => Add(
        new ParticipantLeft(Key(), Whole, Conference, ++_sequence, AgentLeg, new LegLabel(LegRole.Agent, _accepted, _agentGeneration), true), SegmentKind.Technical);

    public CallHistory AgentVanished(Instant lastEvidence)
    {
        Add(new AgentVanished(Key(), lastEvidence, Agent));
        return this;
    }

    public CallHistory Held(SegmentKind kind = SegmentKind.Hold) =>
        Add(new ParticipantHeld(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted)), kind);

    public CallHistory Resumed() => Add(new ParticipantResumed(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted)), SegmentKind.Talk);

    public TransferId Transfers(TransferKind kind)
    {
        var id = new TransferId(new Guid(_transfers + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]));
        Add(new TransferRequested(Key(), Now, id, ++_transfers, kind, "+33600000015", "Dr Martin"));
        Add(new TargetDialled(Key(), Now, id, Target));
        return id;
    }

    public LegRef Target => new($"CA-target-{_transfers}");

    public CallHistory TargetProgress(LegProgress progress, int sequence) => Add(new LegProgressed(Key(), Whole, Target, progress, sequence, null));

    public CallHistory TargetPresses(TransferId id, string? keys)
    {
        Add(new TargetAnswered(Key(), Now, id));
        return Add(new TargetKeyPressed(Key(), Now, id, keys));
    }

    public CallHistory TargetJoins() => Add(new ParticipantJoined(Key(), Whole, Conference, ++_sequence, Target, new LegLabel(LegRole.Target, _transfers)));

    public CallHistory TargetLeaves() => Add(new ParticipantLeft(Key(), Whole, Conference, ++_sequence, Target, new LegLabel(LegRole.Target, _transfers), true));

    public CallHistory HandsOver(TransferId id)
    {
        Add(new TransferCompleted(Key(), Now, id));
        Resumed();
        return Add(new ParticipantLeft(Key(), Whole, Conference, ++_sequence, AgentLeg, new LegLabel(LegRole.Agent, _accepted, _agentGeneration), true), SegmentKind.Transferred);
    }

    public CallHistory Requeued() => Add(new CallRequeued(Key(), Now, _accepted), SegmentKind.Waiting);

    public CallHistory CallerHangsUp(bool fromConference)
    {
        if (fromConference)
            Add(new ParticipantLeft(Key(), Whole, Conference, ++_sequence, Caller, LegLabel.Caller(_accepted), true));
        Add(new LegProgressed(Key(), Whole, Caller, LegProgress.Completed, 3, Whole - _events[0].At));
        Turn(null);
        return this;
    }

    public CallHistory WrapsUp() => Add(new WrapUpFinished(Key(), Now, "rdv-pris", false));

    public CallHistory Adds(CallEvent happened) => Add(happened);

    private Instant Whole => Instant.FromUnixTimeSeconds(Now.ToUnixTimeSeconds());

    private string Key() => $"k{++_key:000}";

    private OfferId Offer() => new(new Guid(_key, 1, 1, [1, 2, 3, 4, 5, 6, 7, 8]));

    private OfferId LastOffer() => _events.OfType<CallOffered>().Last().Offer;

    private CallHistory Add(CallEvent happened, SegmentKind? kind = null)
    {
        _events.Add(happened);
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
