using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing;

/// <summary>
/// Borders at 20:00, midnight, the month's end, both changes of the clocks and the eve of a holiday; in each zone of a practice.
/// </summary>
public sealed class BandCalendarTests
{
    private static readonly string[] Zones =
        ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "Indian/Mayotte"];

    [Test]
    public void The_parts_of_a_call_sum_to_the_whole_over_its_months()
    {
        var chance = Chance.Seeded();
        var bands = Priced.Shipped().Bands;
        foreach (var zone in Zones.Select(z => DateTimeZoneProviders.Tzdb[z]))
        {
            var months = Enumerable.Range(0, 24).Select(i => new YearMonth(2026, 1).PlusMonths(i))
                .Select(m => new BandCalendar(bands, BillingPeriod.Of(m, zone), HolidayRegion.AlsaceMoselle)).ToList();
            Assert.That(months.Zip(months.Skip(1)).All(m => m.First.End == m.Second.Start));
            var parts = new List<BandPart>();
            for (var i = 0; i < (Chance.Nightly ? 1_000_000 : 20_000); i++)
            {
                var from = NearBorder(chance, months);
                var seconds = chance.Next(1, 7_200);
                var sum = 0L;
                foreach (var month in months)
                {
                    parts.Clear();
                    month.Split(from, from + seconds, parts);
                    sum += parts.Sum(p => p.Seconds);
                }

                if (sum != seconds)
                    Assert.Fail($"{zone.Id}: {seconds} s from {from} came to {sum} s.");
            }
        }
    }

    [Test]
    public void Every_second_lies_in_the_band_that_the_wall_clock_says(
        [Values("2026-03-28", "2026-10-24", "2027-03-27", "2026-04-30", "2026-12-24")] string day)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var bands = Priced.Shipped().Bands;
        foreach (var zone in Zones.Select(z => DateTimeZoneProviders.Tzdb[z]))
        {
            var first = zone.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds();
            for (var second = first; second < first + (3 * 86_400); second += second % 3_600 is >= 3_595 or < 5 ? 1 : 5)
            {
                var local = Instant.FromUnixTimeSeconds(second).InZone(zone);
                var kind = FrenchHolidays.On(local.Date, HolidayRegion.Metropole) is null ? (TariffDay)((int)local.DayOfWeek - 1) : TariffDay.Holiday;
                var minute = (local.Hour * 60) + local.Minute;
                var expected = bands.Single(b => b.Hours.Any(h => h.Day == kind && h.From <= minute && minute < h.To)).Id;
                var calendar = Calendar(local.Date.ToYearMonth(), zone);
                var found = bands[calendar.BandAt(second)!.Value].Id;
                if (found != expected)
                    Assert.Fail($"{local}: {found} in place of {expected}.");
            }
        }
    }

    [Test]
    public void A_border_in_the_skipped_hour_stands_at_the_change_and_a_doubled_one_at_its_first_time()
    {
        var everyDay = Enum.GetValues<TariffDay>();
        TimeBand[] bands =
        [
            new("early", new("e", "e"), [.. everyDay.Select(d => new BandHours(d, 0, 150))]),
            new("late", new("l", "l"), [.. everyDay.Select(d => new BandHours(d, 150, 1440))]),
        ];
        var spring = new BandCalendar(bands, Priced.Month(2026, 3), HolidayRegion.Metropole);
        var autumn = new BandCalendar(bands, Priced.Month(2026, 10), HolidayRegion.Metropole);

        Assert.That(Border(spring, new LocalDate(2026, 3, 29)), Is.EqualTo(Instant.FromUtc(2026, 3, 29, 1, 0)));
        Assert.That(Border(autumn, new LocalDate(2026, 10, 25)), Is.EqualTo(Instant.FromUtc(2026, 10, 25, 0, 30)));
    }

    private static readonly Dictionary<(YearMonth, string), BandCalendar> Calendars = [];

    private static BandCalendar Calendar(YearMonth month, DateTimeZone zone)
    {
        if (!Calendars.TryGetValue((month, zone.Id), out var calendar))
            Calendars[(month, zone.Id)] = calendar = new BandCalendar(Priced.Shipped().Bands, BillingPeriod.Of(month, zone), HolidayRegion.Metropole);
        return calendar;
    }

    private static Instant Border(BandCalendar calendar, LocalDate date)
    {
        var second = Priced.Paris.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds();
        while (calendar.BandAt(second) == 0)
            second++;
        return Instant.FromUnixTimeSeconds(second);
    }

    private static long NearBorder(Random chance, List<BandCalendar> months)
    {
        var month = months[chance.Next(1, months.Count - 1)];
        return chance.Next(3) == 0 ? month.End - chance.Next(7_200) : month.Start + chance.NextInt64(month.End - month.Start);
    }
}
