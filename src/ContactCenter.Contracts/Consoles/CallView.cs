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

    public TransferView? Transfer { get; init; }

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

public enum TransferKindView { Blind, Warm, Emergency }

public enum TransferPhase { Requested, Ringing, Answered, Briefing, Bridged, Rejected, Busy, NoAnswer, Failed, Cancelled, TargetLeft, AbandonedInTransfer }

public sealed record TransferView(Guid TransferId, TransferKindView Kind, string TargetName, TransferPhase Phase, DateTimeOffset Since);

/// <param name="TargetId">Names the target to the server; numbers typed by hand go through <see cref="StartTransfer.Number"/>.</param>
/// <param name="Emergency">An emergency number: reached with the emergency key only.</param>
public sealed record TransferTarget(string TargetId, string Name, string Detail, bool Emergency, bool OnCall);

public sealed record DispositionView(string Code, string Label);
