namespace ContactCenter.Domain.Calls;

/// <summary>What came of a call, for reports and exports. It follows from the facts alone.</summary>
public enum CallOutcome
{
    /// <summary>Not over yet.</summary>
    Open,

    /// <summary>The caller left in the scripted dialogue.</summary>
    LeftInIvr,

    /// <summary>The caller left while waiting, without a message or a promised callback.</summary>
    Abandoned,
    Answered,

    /// <summary>Answered and handed over to somebody else.</summary>
    Transferred,
    MessageLeft,
    CallbackPromised,

    /// <summary>Connected to an emergency number, from the script or by the agent.</summary>
    Emergency,

    /// <summary>Connected by the script to a number of the practice, where somebody took the call.</summary>
    Diverted,
}
