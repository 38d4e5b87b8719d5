namespace ContactCenter.Domain.Ivr;

/// <summary>Where a rehearsal stands at its end, in the words of examples.</summary>
public enum IvrOutcome
{
    /// <summary>A menu waits for an answer.</summary>
    Menu,
    Queue,
    Callback,
    Voicemail,
    Dial,
    Emergency,
    Hangup,
}

public static class IvrOutcomes
{
    public static IvrOutcome Of(IvrNext next) => next switch
    {
        IvrEnqueue or IvrKeepWaiting => IvrOutcome.Queue,
        IvrCallbackRequested => IvrOutcome.Callback,
        IvrTakeMessage => IvrOutcome.Voicemail,
        IvrDial => IvrOutcome.Dial,
        IvrEmergency => IvrOutcome.Emergency,
        IvrGoodbye => IvrOutcome.Hangup,
        _ => IvrOutcome.Menu,
    };
}
