namespace ContactCenter.Domain.Calls;

/// <summary>
/// Where a call stands. <see cref="Waiting"/> and <see cref="Connected"/> are superstates: no call is ever in them themselves.
/// </summary>
public enum CallState
{
    /// <summary>The caller is in the scripted dialogue.</summary>
    InIvr,

    /// <summary>Superstate of <see cref="Queued"/> and <see cref="Offered"/>: the caller waits for an agent.</summary>
    Waiting,
    Queued,
    Offered,

    /// <summary>An agent accepted; the two legs are on their way into the conference.</summary>
    Connecting,

    /// <summary>Superstate of <see cref="Talking"/>, <see cref="OnHold"/> and <see cref="Consulting"/>.</summary>
    Connected,
    Talking,
    OnHold,

    /// <summary>The caller is parked while the agent speaks with the target of a warm transfer.</summary>
    Consulting,

    /// <summary>
    /// They were together and are not any more, and the end of the call is not known: the agent is expected back, or the call goes on to another.
    /// </summary>
    AgentLost,

    /// <summary>Caller and target talk; the agent has left.</summary>
    HandedOver,

    /// <summary>The caller chose the emergency exit and is being connected to an emergency number.</summary>
    InEmergency,

    /// <summary>The caller is recording a message.</summary>
    LeavingMessage,

    /// <summary>The caller asked to be called back and is about to leave; her place in the queue is kept.</summary>
    CallbackPromised,

    /// <summary>The script connected the caller to a number of the practice, without an agent.</summary>
    Diverted,

    /// <summary>The caller has gone; the agent finishes her notes.</summary>
    WrapUp,

    /// <summary>Nothing more will happen but late facts that sharpen the timeline.</summary>
    Closed,
}
