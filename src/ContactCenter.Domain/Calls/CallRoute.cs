namespace ContactCenter.Domain.Calls;

/// <summary>The places where a leg asks what comes next. The telephony edge turns each into an address of its own.</summary>
public enum CallRouteKind
{
    /// <summary>Keys or speech at the IVR node named by the argument.</summary>
    Input,

    /// <summary>The wait document of the queue.</summary>
    Wait,
    WaitKey,
    QueueLeft,

    /// <summary>The caller's leg asks for the conference, after an agent accepted.</summary>
    Join,
    ConferenceLeft,
    MessageRecorded,

    /// <summary>An emergency number was tried; the argument counts the attempts from 1.</summary>
    EmergencyDialEnded,

    /// <summary>The number that the script diverted to was tried; the argument counts the attempts from 1.</summary>
    DiversionEnded,

    /// <summary>Who was dialled from the caller's leg picked up and is asked for the key; the argument is a <see cref="DialPlace"/>.</summary>
    DialAnswered,
    DialKey,

    /// <summary>The target of the transfer named by the argument picked up.</summary>
    TargetAnswered,
    TargetKey,

    /// <summary>The agent's fallback phone picked up; the argument is the leg's label.</summary>
    AgentPhone,
    AgentPhoneKey,

    /// <summary>She who asked to be called back picked up.</summary>
    CallbackAnswered,
    CallbackKey,

    /// <summary>A patient whom an agent has rung picked up.</summary>
    TaskAnswered,
    TaskKey,

    /// <summary>What a parked caller hears.</summary>
    HoldMusic,

    /// <summary>A sentence for a caller whose agent is expected back.</summary>
    AgentBackSoon,
}

/// <summary>One such place. The argument is never personal data.</summary>
public sealed record CallRoute(CallRouteKind Kind, string? Argument = null);
