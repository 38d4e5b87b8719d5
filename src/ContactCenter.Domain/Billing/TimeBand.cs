using System.Collections.Immutable;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>The kinds of day that a price may depend on. A public holiday is that alone, whatever weekday it falls on.</summary>
public enum TariffDay
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
    Holiday,
}

/// <summary>Hours with a price of their own: evening, night, Sunday. The bands of a tariff cover every kind of day exactly once.</summary>
public sealed record TimeBand(string Id, BillingLabel Label, ImmutableArray<BandHours> Hours);

/// <summary>
/// A stretch of a kind of day in local time, <paramref name="From"/> included, <paramref name="To"/> excluded, in minutes from 0 to 1440.
/// </summary>
public readonly record struct BandHours(TariffDay Day, int From, int To)
{
    /// <summary>As <c>08:00</c>; 1440 is <c>24:00</c>.</summary>
    public static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";

    internal static TariffDay DayOf(IsoDayOfWeek weekday) => (TariffDay)((int)weekday - 1);
}
