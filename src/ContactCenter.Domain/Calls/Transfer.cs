using ContactCenter.Domain.Triage;
using NodaTime;

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

    /// <summary>To the emergency services: nobody is parked, and the agent stays until somebody answered.</summary>
    Emergency,

    /// <summary>To the doctor on call and whom the practice names after her: nobody is parked, all three speak together.</summary>
    Doctor,
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
    /// <summary>How long a number rings that nobody gave a time for.</summary>
    public static Duration UsualRing { get; } = Duration.FromSeconds(25);

    // What the vendor takes to begin ringing and to tell the end of it.
    private static readonly Duration Grace = Duration.FromSeconds(10);

    // The question is asked twice, with a pause and time to find the key.
    private static readonly Duration KeyTime = Duration.FromSeconds(45);

    /// <summary>From 1; greater ones followed by rule.</summary>
    public int Attempt { get; init; } = 1;
    public Duration Ring { get; init; } = UsualRing;
    public Instant RequestedAt { get; init; }
    public Instant? AnsweredAt { get; init; }

    /// <summary>When it came to its end: accepted, refused, unanswered or given up.</summary>
    public Instant? EndedAt { get; init; }

    public bool IsOpen => State is TransferState.Requested or TransferState.Ringing or TransferState.Answered or TransferState.Briefing;

    /// <summary>The caller hears music meanwhile.</summary>
    public bool ParksCaller => Kind is TransferKind.Blind or TransferKind.Warm;

    /// <summary>A voicemail must not swallow the caller; the emergency services are never kept from her.</summary>
    public bool AsksForKey => EscalationTarget.IsPrivate(Number);

    /// <summary>When it counts as unanswered though nobody told its end; null once accepted or over.</summary>
    public Instant? GivenUpAt => State switch
    {
        TransferState.Requested or TransferState.Ringing => RequestedAt + Ring + Grace,
        TransferState.Answered => (AnsweredAt ?? RequestedAt) + KeyTime,
        TransferState.Briefing or TransferState.Bridged or TransferState.Rejected or TransferState.Busy or TransferState.NoAnswer or TransferState.Failed
            or TransferState.Cancelled or TransferState.TargetLeft or TransferState.AbandonedInTransfer => null,
    };

    public override string ToString() => $"{nameof(Transfer)} {Id} {Kind} {State}";
}
