using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>
/// The public holidays of a year, computed. Eleven are national; Alsace-Moselle adds two, and each overseas region the day on
/// which slavery was abolished there (etalab/jours-feries-france-data).
/// </summary>
public static class FrenchHolidays
{
    /// <summary>
    /// The holidays of one year in the order of their dates. A date may stand twice: Ascension can fall on 1 or 8 May.
    /// </summary>
    public static IReadOnlyList<(LocalDate Date, FrenchHoliday Holiday)> Of(int year, HolidayRegion region)
    {
        var easter = EasterSunday(year);
        List<(LocalDate Date, FrenchHoliday Holiday)> days =
        [
            (new(year, 1, 1), FrenchHoliday.NewYear),
            (easter.PlusDays(1), FrenchHoliday.EasterMonday),
            (new(year, 5, 1), FrenchHoliday.LabourDay),
            (new(year, 5, 8), FrenchHoliday.VictoryDay),
            (easter.PlusDays(39), FrenchHoliday.Ascension),
            (easter.PlusDays(50), FrenchHoliday.WhitMonday),
            (new(year, 7, 14), FrenchHoliday.NationalDay),
            (new(year, 8, 15), FrenchHoliday.Assumption),
            (new(year, 11, 1), FrenchHoliday.AllSaints),
            (new(year, 11, 11), FrenchHoliday.Armistice),
            (new(year, 12, 25), FrenchHoliday.Christmas),
        ];
        if (region == HolidayRegion.AlsaceMoselle)
            days.AddRange([(easter.PlusDays(-2), FrenchHoliday.GoodFriday), (new(year, 12, 26), FrenchHoliday.SaintStephen)]);
        if (AbolitionDay(region) is { } abolition)
            days.Add((abolition.InYear(year), FrenchHoliday.AbolitionOfSlavery));
        return [.. days.OrderBy(d => d.Date).ThenBy(d => d.Holiday)];
    }

    /// <summary>The holiday on a date, or null. Of two on one date, the first that <see cref="FrenchHoliday"/> names.</summary>
    public static FrenchHoliday? On(LocalDate date, HolidayRegion region)
    {
        foreach (var (day, holiday) in Of(date.Year, region))
        {
            if (day == date)
                return holiday;
        }

        return null;
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher.</summary>
    public static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var correction = (century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + (19 * golden) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - correction - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * correction) + (22 * weekday)) / 451;
        var day = correction + weekday - (7 * late) + 114;
        return new LocalDate(year, day / 31, (day % 31) + 1);
    }

    private static AnnualDate? AbolitionDay(HolidayRegion region) => region switch
    {
        HolidayRegion.Metropole or HolidayRegion.AlsaceMoselle => null,
        HolidayRegion.Mayotte => new AnnualDate(4, 27),
        HolidayRegion.Martinique => new AnnualDate(5, 22),
        HolidayRegion.Guadeloupe => new AnnualDate(5, 27),
        HolidayRegion.SaintMartin => new AnnualDate(5, 28),
        HolidayRegion.Guyane => new AnnualDate(6, 10),
        HolidayRegion.SaintBarthelemy => new AnnualDate(10, 9),
        HolidayRegion.Reunion => new AnnualDate(12, 20),
    };
}
