using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>Days of one month of a practice, first and last included, in its zone. A whole month or the part in which a tariff holds.</summary>
public sealed record BillingPeriod
{
    /// <exception cref="ArgumentException">The days are not of one month, or the last lies before the first.</exception>
    public BillingPeriod(LocalDate first, LocalDate last, DateTimeZone zone)
    {
        if (last < first || first.ToYearMonth() != last.ToYearMonth())
            throw new ArgumentException("A billing period lies within one month.", nameof(last));
        (First, Last, Zone) = (first, last, zone);
    }

    public LocalDate First { get; }

    public LocalDate Last { get; }

    public DateTimeZone Zone { get; }

    public YearMonth Month => First.ToYearMonth();

    /// <summary>From the first second of the first day to the last second of the last, whatever the clocks do in between.</summary>
    public Interval Instants => new(Zone.AtStartOfDay(First).ToInstant(), Zone.AtStartOfDay(Last.PlusDays(1)).ToInstant());

    public static BillingPeriod Of(YearMonth month, DateTimeZone zone) => new(month.ToDateInterval().Start, month.ToDateInterval().End, zone);

    /// <summary>
    /// The part of a monthly amount that falls on these days. Taken as a difference of running sums, so that however a month is cut,
    /// its parts sum to the month.
    /// </summary>
    public Money Share(Money monthly) => monthly.Share(Last.Day, DaysInMonth) - monthly.Share(First.Day - 1, DaysInMonth);

    /// <summary>The part of included units on these days, in whole units; the parts of a month sum to it.</summary>
    public long Share(long monthly) => (monthly * Last.Day / DaysInMonth) - (monthly * (First.Day - 1) / DaysInMonth);

    /// <summary>Whether these days are the whole month.</summary>
    public bool IsWholeMonth => First.Day == 1 && Last.Day == DaysInMonth;

    public int DaysInMonth => First.Calendar.GetDaysInMonth(First.Year, First.Month);

    public int Days => Last.Day - First.Day + 1;
}
