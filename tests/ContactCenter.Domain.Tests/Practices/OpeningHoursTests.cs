using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Domain.Tests.Practices;

public sealed class OpeningHoursTests
{
    private const string Paris = """
        hours: lilas
        version: 1
        zone: Europe/Paris
        holidays: metropole
        week:
          monday: ["08:00-12:30", "14:00-19:00"]
          tuesday: ["08:00-12:30", "14:00-19:00"]
          wednesday: "08:00-12:30"
          thursday: ["08:00-12:30", "14:00-19:00"]
          friday: ["08:00-12:30", "14:00-18:00"]
        """;

    [TestCase("2026-09-15T08:00", OpeningState.Open)]
    [TestCase("2026-09-15T07:59", OpeningState.OutOfHours)]
    [TestCase("2026-09-15T12:29", OpeningState.Open)]
    [TestCase("2026-09-15T12:30", OpeningState.OutOfHours)]
    [TestCase("2026-09-15T14:00", OpeningState.Open)]
    [TestCase("2026-09-15T19:00", OpeningState.OutOfHours)]
    [TestCase("2026-09-19T10:00", OpeningState.OutOfHours)]
    [TestCase("2026-05-14T10:00", OpeningState.Holiday)]
    [TestCase("2026-12-25T10:00", OpeningState.Holiday)]
    public void The_week_holds_except_on_holidays(string local, OpeningState expected) =>
        Assert.That(Hours(Paris).At(At(local)), Is.EqualTo(expected));

    [Test]
    public void What_is_said_for_a_date_outranks_closures_which_outrank_holidays_which_outrank_the_week()
    {
        var hours = Hours(Paris + """

            closures:
              - {first: 2026-08-03, last: 2026-08-14}
              - {first: 2026-12-25}
            exceptions:
              - {date: 2026-08-05, open: "09:00-11:00"}
              - {date: 2026-11-11, open: "09:00-11:00"}
              - {date: 2026-09-15}
            """);

        Assert.That(hours.At(At("2026-08-14T10:00")), Is.EqualTo(OpeningState.Closure), "the last day is included");
        Assert.That(hours.At(At("2026-08-17T10:00")), Is.EqualTo(OpeningState.Open));
        Assert.That(hours.At(At("2026-12-25T10:00")), Is.EqualTo(OpeningState.Closure));
        Assert.That(hours.At(At("2026-08-05T10:00")), Is.EqualTo(OpeningState.Open));
        Assert.That(hours.At(At("2026-08-05T11:00")), Is.EqualTo(OpeningState.OutOfHours));
        Assert.That(hours.At(At("2026-11-11T10:00")), Is.EqualTo(OpeningState.Open));
        Assert.That(hours.At(At("2026-09-15T10:00")), Is.EqualTo(OpeningState.Closure), "an exception without hours shuts the date");
    }

    [Test]
    public void A_forced_close_outranks_everything_while_it_runs()
    {
        var hours = Hours(Paris + "\nforced_close: {from: 2026-09-15T10:00, until: 2026-09-15T15:00}");

        Assert.That(hours.At(At("2026-09-15T09:59")), Is.EqualTo(OpeningState.Open));
        Assert.That(hours.ClosingAfter(At("2026-09-15T09:00")), Is.EqualTo(At("2026-09-15T10:00")));
        Assert.That(hours.At(At("2026-09-15T10:00")), Is.EqualTo(OpeningState.Forced));
        Assert.That(hours.At(At("2026-09-15T13:00")), Is.EqualTo(OpeningState.Forced));
        Assert.That(hours.At(At("2026-09-15T15:00")), Is.EqualTo(OpeningState.Open));
        Assert.That(hours.NextOpening(At("2026-09-15T10:00")), Is.EqualTo(At("2026-09-15T15:00")));
        Assert.That(hours.NextOpening(At("2026-09-14T20:00")), Is.EqualTo(At("2026-09-15T08:00")));
    }

    [Test]
    public void A_forced_close_without_end_has_no_next_opening()
    {
        var hours = Hours(Paris + "\nforced_close: {from: 2026-09-15T10:00}");

        Assert.That(hours.At(At("2027-09-14T10:00")), Is.EqualTo(OpeningState.Forced));
        Assert.That(hours.NextOpening(At("2026-09-15T10:00")), Is.Null);
        Assert.That(hours.NextOpening(At("2026-09-15T09:00")), Is.EqualTo(At("2026-09-15T09:00")));
    }

    [TestCase("2026-09-15T10:00", "2026-09-15T10:00")]
    [TestCase("2026-09-15T12:30", "2026-09-15T14:00")]
    [TestCase("2026-09-16T12:30", "2026-09-17T08:00")]
    [TestCase("2026-09-18T18:00", "2026-09-21T08:00")]
    [TestCase("2026-12-24T19:00", "2026-12-28T08:00")]
    public void The_next_opening_is_found_across_lunch_nights_weekends_and_holidays(string from, string expected) =>
        Assert.That(Hours(Paris).NextOpening(At(from)), Is.EqualTo(At(expected)));

    [TestCase("2026-03-29", 2, "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", Description = "02:00 to 03:00 is skipped")]
    [TestCase("2027-03-28", 2, "2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z")]
    public void In_spring_a_skipped_opening_moves_forward(string date, int hour, string lastBefore, string opens)
    {
        var hours = NightOnly(hour);
        var expected = InstantPattern.General.Parse(opens).Value;

        Assert.That(hours.NextOpening(InstantPattern.General.Parse(lastBefore).Value), Is.EqualTo(expected));
        Assert.That(hours.IsOpen(expected - Duration.Epsilon), Is.False);
        Assert.That(hours.IsOpen(expected), Is.True);
        Assert.That(expected.InZone(hours.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", null), Is.EqualTo($"{date} 03:00"));
    }

    [Test]
    public void In_autumn_an_opening_that_comes_twice_means_the_first()
    {
        var hours = NightOnly(2);

        Assert.That(hours.NextOpening(Instant.FromUtc(2026, 10, 24, 23, 0)), Is.EqualTo(Instant.FromUtc(2026, 10, 25, 0, 0)));
        Assert.That(hours.IsOpen(Instant.FromUtc(2026, 10, 25, 0, 30)), Is.True, "02:30 summer time");
        Assert.That(hours.IsOpen(Instant.FromUtc(2026, 10, 25, 2, 30)), Is.True, "03:30 winter time");
        Assert.That(hours.IsOpen(Instant.FromUtc(2026, 10, 25, 3, 0)), Is.False, "04:00 winter time");
    }

    [TestCase("2026-03-29", 23)]
    [TestCase("2026-10-25", 25)]
    [TestCase("2027-03-28", 23)]
    [TestCase("2026-09-15", 24)]
    public void A_day_open_around_the_clock_lasts_as_long_as_the_day(string date, int hours)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        var allDay = new OpeningInterval(LocalTime.Midnight, LocalTime.Midnight).On(LocalDatePattern.Iso.Parse(date).Value, zone);

        Assert.That(allDay.Duration, Is.EqualTo(Duration.FromHours(hours)));
    }

    [Test]
    public void Opening_hours_keep_their_local_time_on_the_day_the_clocks_change()
    {
        var hours = Hours(Paris.Replace("monday:", "sunday:", StringComparison.Ordinal));

        Assert.That(hours.NextOpening(Instant.FromUtc(2026, 3, 29, 0, 0)), Is.EqualTo(Instant.FromUtc(2026, 3, 29, 6, 0)));
        Assert.That(hours.NextOpening(Instant.FromUtc(2026, 10, 25, 0, 0)), Is.EqualTo(Instant.FromUtc(2026, 10, 25, 7, 0)));
        Assert.That(hours.NextOpening(Instant.FromUtc(2027, 3, 28, 0, 0)), Is.EqualTo(Instant.FromUtc(2027, 3, 28, 6, 0)));
    }

    private static OpeningHours NightOnly(int hour) => Hours($"""
        hours: garde
        version: 1
        zone: Europe/Paris
        holidays: metropole
        week:
          sunday: "0{hour}:00-04:00"
        """);

    private static OpeningHours Hours(string text)
    {
        var compiled = OpeningHoursCompiler.Compile(ScriptText.Mapping(text));
        Assert.That(compiled.Diagnostics, Is.Empty);
        return compiled.Value!;
    }

    private static Instant At(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value
        .InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Paris"]).ToInstant();
}
