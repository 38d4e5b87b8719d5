namespace ContactCenter.Domain.Triage;

/// <summary>How soon: the first axis of a disposition.</summary>
public enum TimeToTreat
{
    Immediate,
    Hours,
    Days,
    None,
}

/// <summary>Where: the second axis of a disposition.</summary>
public enum PointOfCare
{
    Samu,
    Practice,
    Message,
}

/// <summary>What the console does not let an agent do while a disposition is open.</summary>
public enum ForbiddenAct
{
    Book,
    HoldMusic,
    HangUpFirst,
}

/// <summary>What an agent asks before a transfer starts, the number first since the line may drop.</summary>
public enum Particular
{
    CallbackNumber,
    Address,
    PatientName,
    Age,
    OnsetTime,
}

/// <summary>What follows from a disposition.</summary>
/// <param name="Say">What the agent says, word for word; null where nothing special is said.</param>
/// <param name="WithinHours">For <see cref="TimeToTreat.Hours"/>: how many.</param>
/// <param name="Transfer">A name of the practice's <see cref="EscalationPolicy"/>; null when no call is made.</param>
/// <param name="StayOnLine">The agent stays in the conference until the target has answered.</param>
/// <param name="SlotPool">Which of the practice's slots may be booked.</param>
/// <param name="NotifyOnCallWithinSeconds">The doctor on call is told within so many seconds; null when not.</param>
public sealed record DispositionPlan(
    Disposition Disposition,
    TimeToTreat TimeToTreat,
    PointOfCare PointOfCare,
    string? Say,
    int? WithinHours,
    string? Transfer,
    bool StayOnLine,
    IReadOnlyList<ForbiddenAct> Forbid,
    IReadOnlyList<Particular> CollectBefore,
    string? SlotPool,
    int? NotifyOnCallWithinSeconds);
