using ContactCenter.Domain.Practices;
using NodaTime;
using NodaTime.Calendars;

namespace ContactCenter.Domain.Booking;

/// <summary>
/// A stretch of local wall-clock time in which a practitioner consults, week after week. An appointment lies within one opening;
/// openings of one practitioner do not overlap.
/// </summary>
public sealed record OpeningRule
{
    public required IReadOnlySet<IsoDayOfWeek> Days { get; init; }

    public required OpeningInterval Hours { get; init; }

    public WeekParity Weeks { get; init; }

    /// <summary>First date on which it holds, inclusive; null: always has.</summary>
    public LocalDate? First { get; init; }

    /// <summary>Last date on which it holds, inclusive; null: until changed.</summary>
    public LocalDate? Last { get; init; }

    public ReasonSet Reasons { get; init; } = ReasonSet.All;

    public ConsultationMode Mode { get; init; }

    public PlaceId? Place { get; init; }

    /// <summary>Appointments begin at multiples of it after local midnight, in minutes; null for the book's own grid.</summary>
    public int? GridMinutes { get; init; }

    /// <summary>Null for ordinary slots.</summary>
    public KeptSlots? Kept { get; init; }

    public required RuleSource Source { get; init; }

    public bool HoldsOn(LocalDate date) => Days.Contains(date.DayOfWeek) && !(date < First) && !(date > Last) && IsItsWeek(date);

    /// <summary>Whether the reason may be booked in it at all, kept or not.</summary>
    public bool Serves(VisitReason reason) => Mode != ConsultationMode.WalkIn && reason.Mode == Mode && Reasons.Includes(reason.Id);

    private bool IsItsWeek(LocalDate date) => Weeks switch
    {
        WeekParity.Every => true,
        WeekParity.Odd => WeekYearRules.Iso.GetWeekOfWeekYear(date) % 2 == 1,
        WeekParity.Even => WeekYearRules.Iso.GetWeekOfWeekYear(date) % 2 == 0,
    };
}

/// <summary>Which weeks a rule holds in, by ISO week number.</summary>
public enum WeekParity
{
    Every,
    Odd,
    Even,
}
