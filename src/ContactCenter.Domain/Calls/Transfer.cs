namespace ContactCenter.Domain.Calls;

public readonly record struct TransferId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>How a call is handed over.</summary>
public enum TransferKind
{
    /// <summary>Without consultation: the target accepts by a key and has the caller at once.</summary>
    Blind,

    /// <summary>With consultation: the caller is parked, the agent briefs the target, then hands over.</summary>
    Warm,

    /// <summary>To an emergency number: nobody is parked, no key is asked, and the agent stays until it is answered.</summary>
    Emergency,
}

/// <summary>How far a transfer has come. All from <see cref="Bridged"/> on are its ends.</summary>
public enum TransferState
{
    Requested,
    Ringing,

    /// <summary>The target picked up and has not pressed the accepting key yet: it may be a voicemail.</summary>
    Answered,

    /// <summary>The target accepted and speaks with the agent.</summary>
    Briefing,

    /// <summary>Caller and target are together.</summary>
    Bridged,

    /// <summary>The target pressed another key, or a voicemail never pressed one.</summary>
    Rejected,
    Busy,
    NoAnswer,
    Failed,

    /// <summary>The agent took the caller back.</summary>
    Cancelled,

    /// <summary>The target accepted and hung up before the hand-over.</summary>
    TargetLeft,

    /// <summary>The caller hung up in the middle of it.</summary>
    AbandonedInTransfer,
}

/// <summary>One attempt to hand a call over. <paramref name="Ordinal"/> counts within the call, from 1.</summary>
public sealed record Transfer(TransferId Id, int Ordinal, TransferKind Kind, string Number, string TargetName, TransferState State, LegRef? Leg)
{
    public bool IsOpen => State is TransferState.Requested or TransferState.Ringing or TransferState.Answered or TransferState.Briefing;

    public override string ToString() => $"{nameof(Transfer)} {Id} {Kind} {State}";
}
