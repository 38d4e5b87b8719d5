namespace ContactCenter.Domain.Routing;

/// <summary>What moves an agent from presence to presence.</summary>
public enum AgentTrigger
{
    /// <summary>She says she is ready.</summary>
    GetReady,

    /// <summary>She takes a break, or the server pauses her after calls that rang out.</summary>
    GoAway,
    SignOff,

    /// <summary>Her console has not been heard of for its lease.</summary>
    Vanish,
    Offer,
    OfferEnds,
    Accept,
    CallEnds,
    FinishWrapUp,

    /// <summary>Her call went on to somebody else.</summary>
    LoseCall,
}
