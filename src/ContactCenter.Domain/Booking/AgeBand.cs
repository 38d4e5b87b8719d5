using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Ages in completed months: <paramref name="FromMonths"/> inclusive, <paramref name="UnderMonths"/> exclusive; null means without end.</summary>
public sealed record AgeBand(int FromMonths, int? UnderMonths)
{
    /// <summary>Whether somebody born then has such an age on <paramref name="day"/>.</summary>
    public bool Includes(BirthDate born, LocalDate day)
    {
        var months = Period.Between(born.Day, day, PeriodUnits.Months).Months;
        return months >= FromMonths && !(months >= UnderMonths);
    }
}
