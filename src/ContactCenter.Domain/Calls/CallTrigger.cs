namespace ContactCenter.Domain.Calls;

/// <summary>What moves a call from state to state.</summary>
public enum CallTrigger
{
    EnterQueue,
    Offer,
    OfferLapses,
    Accept,

    /// <summary>Caller and agent are both in the conference.</summary>
    LegsMeet,
    Hold,
    Resume,
    Consult,
    HandOver,

    /// <summary>Caller or agent is out of the conference, and why is not known yet.</summary>
    LegsPart,
    Requeue,
    DialEmergency,
    LeaveMessage,
    PromiseCallback,
    Divert,
    CallerLeaves,
    FinishWrapUp,
}
