using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>A rule that a slot does not meet.</summary>
/// <param name="Source">Null for what is no rule of the practice's: the clock, or another appointment.</param>
public sealed record Finding(BookingRule Rule, RuleStrength Strength, RuleSource? Source = null)
{
    /// <summary>The rule's own words: a closure's reason, the label of a quota, a substitute's name, a pool.</summary>
    public string? Words { get; init; }

    /// <summary>From when on the rule will be met, the same slot being asked for; null when it does not pass by itself.</summary>
    public Instant? Until { get; init; }

    /// <summary>The number in the rule: a quota's, days between visits, missed appointments, minutes of a grid or a gap.</summary>
    public int? Limit { get; init; }

    /// <summary>The reasons that the rule is for, when others are meant.</summary>
    public ReasonSet? Reasons { get; init; }

    /// <summary>What stands in the way.</summary>
    public CalendarEntry? Entry { get; init; }

    /// <summary>A slot that is gone rather than forbidden: another one may do.</summary>
    public bool IsTaken => Rule is BookingRule.Taken or BookingRule.Held or BookingRule.TakenElsewhere or BookingRule.Absent or BookingRule.GapKept or BookingRule.ResourceTaken;
}

/// <summary>What a slot may fail on.</summary>
public enum BookingRule
{
    NotOffered,
    NotByThisChannel,
    ApprovalOfReason,
    NewPatients,
    Ages,
    Referral,
    Spacing,
    MissedAppointments,
    AskPracticeFirst,
    Past,
    Notice,
    Horizon,
    Grid,
    Closure,
    Holiday,
    OutsideOpenings,
    WalkIn,
    OtherMode,
    OtherReasons,
    TooLong,
    KeptForPool,
    SubstituteReasons,
    SubstituteNewPatients,
    SubstituteAges,
    QuotaReached,
    Absent,
    Taken,
    Held,
    TakenElsewhere,
    GapKept,
    ResourceTaken,
    Overbooked,
    OverbookingUsedUp,
}
