namespace ContactCenter.Domain.Routing;

/// <summary>What an agent is doing, as the server knows it.</summary>
public enum Presence
{
    Offline,
    Available,

    /// <summary>A call rings for her.</summary>
    Offered,
    OnCall,

    /// <summary>Notes after a call, before she is available again.</summary>
    WrapUp,
    Away,
}
