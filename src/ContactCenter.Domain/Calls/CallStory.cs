using ContactCenter.Domain.Triage;
using System.Collections.Immutable;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// What a call is, as told by all events known of it. It depends on the set of events alone, never on the order or the number of times
/// they arrived: <see cref="Tell"/> puts them into one canonical order and keeps aside a trigger that is not yet legal until it is.
/// </summary>
public sealed record CallStory
{
    public CallState State { get; init; } = CallState.InIvr;

    /// <summary>When the call entered its state.</summary>
    public Instant StateSince { get; init; }
    public LegRef? CallerLeg { get; init; }
    public string? CallerNumber { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>The script's word for why the caller phones, or null.</summary>
    public string? Reason { get; init; }
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>First entry into the queue; kept when the call goes back to it, so that nobody loses her place.</summary>
    public Instant? QueuedAt { get; init; }

    /// <summary>Times the call was accepted; the ordinal of the current agent's legs.</summary>
    public int Acceptances { get; init; }

    /// <summary>The agent who answers for the call now; kept through wrap-up.</summary>
    public AgentId? Agent { get; init; }
    public OfferId? OpenOffer { get; init; }
    public AgentId? OfferedTo { get; init; }

    /// <summary>The latest leg of the current agent, with its label, while it is alive.</summary>
    public LegRef? AgentLeg { get; init; }

    /// <summary>Legs started for the current acceptance; the next one bears this plus one as its generation.</summary>
    public int AgentLegs { get; init; }
    public bool AgentPresent { get; init; }
    public bool CallerPresent { get; init; }
    public bool CallerHeld { get; init; }

    /// <summary>Since when the agent's leg is in the conference, by the vendor's clock; null while none is.</summary>
    public Instant? AgentLegSince { get; init; }

    /// <summary>Her leg is her own telephone's: no console tells that she is there.</summary>
    public bool AgentByPhone { get; init; }

    /// <summary>A target was in the conference, and none is any more.</summary>
    public bool TargetsGone { get; init; }

    /// <summary>Somebody else than caller and agent is in the conference.</summary>
    public bool TargetPresent { get; init; }

    /// <summary>Somebody whom the script rang took the call: said so by the key, or was connected.</summary>
    internal bool DiversionTaken { get; init; }

    /// <summary>Attempts from the caller's leg that were accepted by the key.</summary>
    internal ImmutableHashSet<string> AcceptedDials { get; init; } = [];

    /// <summary>Times the caller's leg entered a conference.</summary>
    public int CallerJoins { get; init; }

    /// <summary>The vendor's name of the latest conference.</summary>
    public string? Conference { get; init; }

    /// <summary>When caller and agent were first together.</summary>
    public Instant? AnsweredAt { get; init; }
    public Instant? CallerLeftAt { get; init; }
    public ImmutableList<Transfer> Transfers { get; init; } = [];
    public bool EmergencyDeclared { get; init; }

    /// <summary>The emergency service that took the caller has left again.</summary>
    public bool EmergencyServed { get; init; }
    public string? Recording { get; init; }
    public Duration RecordingLength { get; init; }
    public bool WrapUpFinished { get; init; }
    public string? Disposition { get; init; }

    public Transfer? OpenTransfer => Transfers.LastOrDefault(t => t.IsOpen);

    /// <summary>The latest transfer with the attempts before it that led to it, in order; empty when there was none.</summary>
    public IReadOnlyList<Transfer> Chain => Transfers.FindLastIndex(t => t.Attempt == 1) is >= 0 and var first ? Transfers.GetRange(first, Transfers.Count - first) : [];

    /// <summary>The caller was handed over to somebody.</summary>
    public bool WasHandedOver { get; init; }

    /// <summary>No booking, no parking, no unconfirmed leaving while this holds.</summary>
    public bool EmergencyOpen => EmergencyDeclared && !EmergencyServed && State != CallState.Closed;

    public bool IsOver => State is CallState.WrapUp or CallState.Closed;

    /// <summary>Where the script last sent the caller, or null while she is in the dialogue.</summary>
    public CallDirection? Direction { get; init; }

    public CallOutcome Outcome =>
        CallerLeftAt is null ? CallOutcome.Open
        : Transfers.Exists(t => t is { Kind: TransferKind.Emergency, State: TransferState.Bridged }) || Direction == CallDirection.Emergency ? CallOutcome.Emergency
        : WasHandedOver ? CallOutcome.Transferred
        : AnsweredAt is not null ? CallOutcome.Answered
        : Recording is not null ? CallOutcome.MessageLeft
        : Direction is null ? CallOutcome.LeftInIvr
        : Direction.Value switch
        {
            CallDirection.Callback => CallOutcome.CallbackPromised,
            CallDirection.Divert when DiversionTaken => CallOutcome.Diverted,
            CallDirection.Divert when QueuedAt is null => CallOutcome.LeftInIvr,
            CallDirection.Divert or CallDirection.Queue or CallDirection.Message or CallDirection.Emergency => CallOutcome.Abandoned,
        };

    /// <summary>
    /// The label under which the current agent's console must join now, or null while her leg lives or none is expected: a conference that ended with
    /// the caller in it is not opened again for the agent alone.
    /// </summary>
    public LegLabel? AgentLegExpected =>
        (State == CallState.Connecting || (State == CallState.AgentLost && CallerPresent)) && Agent is not null && AgentLeg is null
            ? new LegLabel(LegRole.Agent, Acceptances, AgentLegs + 1)
            : null;

    /// <summary>Tells the story of a set of events; any order, any repetition, the same story.</summary>
    public static CallStory Tell(IEnumerable<CallEvent> events) => new CallStoryTeller().Tell(events);
}
