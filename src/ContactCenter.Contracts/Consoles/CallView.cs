namespace ContactCenter.Contracts.Consoles;

/// <summary>The call in the agent's hands.</summary>
public sealed record CallView
{
    public required Guid CallId { get; init; }
    public required PracticeCard Practice { get; init; }
    public required CallerView Caller { get; init; }
    public required CallPhase Phase { get; init; }
    public required CallUrgency Urgency { get; init; }
    public string? Reason { get; init; }

    /// <summary>When caller and agent were first together, from the telephony vendor's clock.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Since when the call is in this phase.</summary>
    public required DateTimeOffset PhaseSince { get; init; }

    /// <summary>Talk seconds up to <see cref="AgentView.ServerTime"/>, hold not counted.</summary>
    public required int TalkSeconds { get; init; }

    /// <summary>The latest transfer, with the attempt that is running now.</summary>
    public TransferView? Transfer { get; init; }

    /// <summary>The attempts that led to <see cref="Transfer"/>, in order.</summary>
    public IReadOnlyList<TransferView> EarlierAttempts { get; init; } = [];

    /// <summary>What the caller wished beside the emergency of this call; null without one.</summary>
    public WishView? Wish { get; init; }

    /// <summary>Whom this call may be handed to.</summary>
    public required IReadOnlyList<TransferTarget> Targets { get; init; }

    /// <summary>An emergency is open: no booking, no parking, and leaving must be confirmed.</summary>
    public required bool EmergencyOpen { get; init; }

    /// <summary>
    /// Present when the console must (re)join the conference with its softphone now: the parameters for <c>connect</c>.
    /// The same value means the same leg: join once per value.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Join { get; init; }

    /// <summary>The practice's patient whom it is about, as she chose; null when she chose nobody.</summary>
    public Guid? PatientId { get; init; }

    /// <summary>The slot that is kept for the caller now; null when none is, or it ran out.</summary>
    public SlotHoldView? SlotHold { get; init; }

    /// <summary>When wrap-up ends by itself.</summary>
    public DateTimeOffset? WrapUpEndsAt { get; init; }

    /// <summary>The draft of her notes, kept by the server.</summary>
    public string? Notes { get; init; }
    public string? Disposition { get; init; }

    /// <summary>The dispositions of this practice, for the wrap-up.</summary>
    public required IReadOnlyList<DispositionView> Dispositions { get; init; }
}

/// <param name="ExpiresAt">Later after each extension.</param>
public sealed record SlotHoldView(Guid HoldId, DateTimeOffset ExpiresAt);

public enum CallPhase { Connecting, Talking, OnHold, Consulting, AgentLost, HandedOver, WrapUp }

/// <summary>How a call is handed over; <see cref="Doctor"/> rings the doctor on call and those after her, and the agent stays with the caller meanwhile.</summary>
public enum TransferKindView { Blind, Warm, Emergency, Doctor }

public enum TransferPhase { Requested, Ringing, Answered, Briefing, Bridged, Rejected, Busy, NoAnswer, Failed, Cancelled, TargetLeft, AbandonedInTransfer }

/// <param name="Since">When it came to its phase.</param>
/// <param name="Attempt">From 1; greater ones followed by rule when nobody took the one before.</param>
/// <param name="CanStop">The agent may give up this attempt, and with it those that would follow.</param>
/// <param name="Seconds">How long it took to its end; null while it is open.</param>
public sealed record TransferView(
    Guid TransferId, TransferKindView Kind, string TargetName, TransferPhase Phase, DateTimeOffset Since, int Attempt = 1, bool CanStop = false, int? Seconds = null);

/// <param name="Reason">Why she phoned, from the dialogue; null when she did not say.</param>
/// <param name="Words">The agent's words, else the caller's own as they were written down; null without any.</param>
/// <param name="IsBooked">It was booked in this call: the practice needs no message of it.</param>
public sealed record WishView(string? Reason, string? Words, bool IsBooked);

/// <param name="TargetId">Names the target to the server; numbers typed by hand go through <see cref="StartTransfer.Number"/>.</param>
/// <param name="Emergency">An emergency number: reached with the emergency key only.</param>
public sealed record TransferTarget(string TargetId, string Name, string Detail, bool Emergency, bool OnCall);

public sealed record DispositionView(string Code, string Label);
