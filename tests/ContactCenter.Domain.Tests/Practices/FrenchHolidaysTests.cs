using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Practices;

public sealed class FrenchHolidaysTests
{
    /// <summary>Written down, not computed.</summary>
    private static readonly (int Year, int Month, int Day)[] Easters =
    [
        (2020, 4, 12), (2021, 4, 4), (2022, 4, 17), (2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16),
        (2029, 4, 1), (2030, 4, 21), (2031, 4, 13), (2032, 3, 28), (2033, 4, 17), (2034, 4, 9), (2035, 3, 25), (2036, 4, 13), (2037, 4, 5),
        (2038, 4, 25), (2039, 4, 10), (2040, 4, 1),
    ];

    [TestCaseSource(nameof(Easters))]
    public void The_days_that_follow_Easter_are_right((int Year, int Month, int Day) easter)
    {
        var sunday = new LocalDate(easter.Year, easter.Month, easter.Day);

        Assert.That(FrenchHolidays.EasterSunday(easter.Year), Is.EqualTo(sunday));
        Assert.That(On(FrenchHoliday.GoodFriday, easter.Year, HolidayRegion.AlsaceMoselle), Is.EqualTo(sunday.PlusDays(-2)));
        Assert.That(On(FrenchHoliday.EasterMonday, easter.Year), Is.EqualTo(sunday.PlusDays(1)));
        Assert.That(On(FrenchHoliday.Ascension, easter.Year), Is.EqualTo(sunday.PlusDays(39)));
        Assert.That(On(FrenchHoliday.WhitMonday, easter.Year), Is.EqualTo(sunday.PlusDays(50)));
    }

    [TestCase(2026, "04-03", "04-06", "05-14", "05-25")]
    [TestCase(2027, "03-26", "03-29", "05-06", "05-17")]
    [TestCase(2028, "04-14", "04-17", "05-25", "06-05")]
    [TestCase(2030, "04-19", "04-22", "05-30", "06-10")]
    [TestCase(2038, "04-23", "04-26", "06-03", "06-14")]
    public void The_measured_table_holds(int year, string friday, string monday, string ascension, string whit) =>
        Assert.That(
            new[] { FrenchHoliday.GoodFriday, FrenchHoliday.EasterMonday, FrenchHoliday.Ascension, FrenchHoliday.WhitMonday }
                .Select(h => On(h, year, HolidayRegion.AlsaceMoselle).ToString("MM-dd", null)),
            Is.EqualTo(new[] { friday, monday, ascension, whit }));

    [Test]
    public void Easter_agrees_with_a_second_algorithm_over_the_whole_calendar() =>
        Assert.That(Enumerable.Range(1583, 4099 - 1583 + 1).Where(y => FrenchHolidays.EasterSunday(y) != ByOudin(y)), Is.Empty);

    [TestCase(HolidayRegion.Metropole, 11)]
    [TestCase(HolidayRegion.AlsaceMoselle, 13)]
    [TestCase(HolidayRegion.Guadeloupe, 12)]
    [TestCase(HolidayRegion.Martinique, 12)]
    [TestCase(HolidayRegion.Guyane, 12)]
    [TestCase(HolidayRegion.Reunion, 12)]
    [TestCase(HolidayRegion.Mayotte, 12)]
    [TestCase(HolidayRegion.SaintMartin, 12)]
    [TestCase(HolidayRegion.SaintBarthelemy, 12)]
    public void Each_region_has_its_number_of_holidays(HolidayRegion region, int count) =>
        Assert.That(FrenchHolidays.Of(2026, region), Has.Count.EqualTo(count));

    [TestCase(HolidayRegion.Mayotte, 4, 27)]
    [TestCase(HolidayRegion.Martinique, 5, 22)]
    [TestCase(HolidayRegion.Guadeloupe, 5, 27)]
    [TestCase(HolidayRegion.SaintMartin, 5, 28)]
    [TestCase(HolidayRegion.Guyane, 6, 10)]
    [TestCase(HolidayRegion.SaintBarthelemy, 10, 9)]
    [TestCase(HolidayRegion.Reunion, 12, 20)]
    public void Slavery_was_abolished_on_a_day_of_each_overseas_region(HolidayRegion region, int month, int day)
    {
        var date = new LocalDate(2026, month, day);

        Assert.That(FrenchHolidays.On(date, region), Is.EqualTo(FrenchHoliday.AbolitionOfSlavery));
        Assert.That(FrenchHolidays.On(date, HolidayRegion.Metropole), Is.Null);
    }

    /// <summary>Every year and region against days written down by hand and Easters written down above; no algorithm of ours has a part in it.</summary>
    [Test]
    public void All_holidays_of_all_regions_from_2020_to_2040_are_those_of_the_table([Values] HolidayRegion region)
    {
        string[] national = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
        string[] own = region switch
        {
            HolidayRegion.Metropole => [],
            HolidayRegion.AlsaceMoselle => ["12-26"],
            HolidayRegion.Guadeloupe => ["05-27"],
            HolidayRegion.Martinique => ["05-22"],
            HolidayRegion.Guyane => ["06-10"],
            HolidayRegion.Reunion => ["12-20"],
            HolidayRegion.Mayotte => ["04-27"],
            HolidayRegion.SaintMartin => ["05-28"],
            HolidayRegion.SaintBarthelemy => ["10-09"],
        };
        var compared = 0;
        foreach (var (year, month, day) in Easters)
        {
            var easter = new DateOnly(year, month, day);
            int[] movable = region == HolidayRegion.AlsaceMoselle ? [-2, 1, 39, 50] : [1, 39, 50];
            var table = national.Concat(own).Select(d => $"{year}-{d}").Concat(movable.Select(m => $"{easter.AddDays(m):yyyy-MM-dd}")).ToHashSet();

            for (var date = new LocalDate(year, 1, 1); date.Year == year; date = date.PlusDays(1), compared++)
                Assert.That(FrenchHolidays.On(date, region) is not null, Is.EqualTo(table.Contains($"{date:uuuu-MM-dd}")), $"{date:uuuu-MM-dd}");
        }

        Assert.That(compared, Is.EqualTo(7_671));
    }

    [Test]
    public void Saint_Stephen_is_a_holiday_in_Strasbourg_and_not_in_Paris()
    {
        var date = new LocalDate(2026, 12, 26);

        Assert.That(FrenchHolidays.On(date, HolidayRegion.AlsaceMoselle), Is.EqualTo(FrenchHoliday.SaintStephen));
        Assert.That(FrenchHolidays.On(date, HolidayRegion.Metropole), Is.Null);
    }

    [Test]
    public void Ascension_on_the_first_of_May_makes_one_day_off_of_two_holidays()
    {
        var date = new LocalDate(2008, 5, 1);

        Assert.That(FrenchHolidays.Of(2008, HolidayRegion.Metropole).Count(h => h.Date == date), Is.EqualTo(2));
        Assert.That(FrenchHolidays.On(date, HolidayRegion.Metropole), Is.EqualTo(FrenchHoliday.LabourDay));
    }

    private static LocalDate On(FrenchHoliday holiday, int year, HolidayRegion region = HolidayRegion.Metropole) =>
        FrenchHolidays.Of(year, region).Single(h => h.Holiday == holiday).Date;

    private static LocalDate ByOudin(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var h = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var i = h - (h / 28 * (1 - (h / 28 * (29 / (h + 1)) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + i + 2 - century + (century / 4)) % 7;
        var fromFullMoon = i - weekday;
        return new LocalDate(year, 3 + ((fromFullMoon + 26) / 30), 1 + ((fromFullMoon + 27 + ((fromFullMoon + 6) / 40)) % 31));
    }
}
