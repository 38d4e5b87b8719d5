using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>What a stretch of a call was spent on, from the caller's side.</summary>
public enum SegmentKind
{
    Ivr,
    Waiting,

    /// <summary>An agent accepted; her leg and the caller's are on their way to each other.</summary>
    Ringing,

    /// <summary>Agent and caller connected and not on hold: what is metered.</summary>
    Talk,
    Hold,

    /// <summary>Parked while the agent arranges a transfer.</summary>
    Consult,

    /// <summary>Caller and target together, the agent gone.</summary>
    Transferred,

    /// <summary>Connected to an emergency number from the IVR or the queue.</summary>
    Emergency,

    /// <summary>Recording a message.</summary>
    Message,

    /// <summary>The agent's notes after the call; the only kind that may overlap another, and it stands apart.</summary>
    WrapUp,

    /// <summary>The caller was there and the agent, by the last evidence of her, was not. Never billed.</summary>
    Technical,
}

/// <summary>A stretch of a call: <paramref name="Start"/> inclusive, <paramref name="End"/> exclusive, both on whole seconds.</summary>
/// <param name="StartedBy">Key of the event at its start; <paramref name="EndedBy"/> of the one at its end (null while it lasts).</param>
/// <param name="Agent">Who was on the line or at her notes, for the kinds that have one.</param>
public sealed record CallSegment(SegmentKind Kind, Instant Start, Instant End, string StartedBy, string? EndedBy, AgentId? Agent)
{
    public long Seconds => (long)(End - Start).TotalSeconds;
}
