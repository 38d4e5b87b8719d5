using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>
/// Ages in completed months: <paramref name="FromMonths"/> inclusive, <paramref name="UnderMonths"/> exclusive; null means without end. In a
/// month that lacks the day of birth a month of age is complete on the first of the next, as with birthdays.
/// </summary>
public sealed record AgeBand(int FromMonths, int? UnderMonths)
{
    /// <summary>Whether somebody born then has such an age on <paramref name="day"/>.</summary>
    public bool Includes(BirthDate born, LocalDate day)
    {
        var months = ((day.Year - born.Day.Year) * 12) + day.Month - born.Day.Month - (day.Day < born.Day.Day ? 1 : 0);
        return months >= FromMonths && !(months >= UnderMonths);
    }
}
