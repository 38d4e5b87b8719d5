using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>Days of 23 and of 25 hours, the leap day, and the zones of France that know neither.</summary>
public sealed class ClockChangeTests
{
    private static readonly RuleSource Source = new(new SourceSpan("booking.yaml", 1, 1), "Dr Martin", new LocalDate(2026, 1, 1));
    private static readonly PractitionerId Martin = new("martin");

    private static readonly VisitReason Visit = new()
    {
        Id = new VisitReasonId("visite"), Label = "Visite", Durations = new DurationTable([new DurationRow(Martin, 30, null, null)]), Source = Source,
    };

    [TestCase("2026-03-29")]
    [TestCase("2027-03-28")]
    public void No_slot_begins_in_the_hour_that_is_skipped(string date) =>
        Assert.That(Times(date, "00:00", "06:00"), Is.EqualTo(["00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00", "04:30", "05:00", "05:30"]));

    [Test]
    public void The_hour_shown_twice_has_its_slots_twice()
    {
        var slots = Find("2026-10-25", "00:00", "06:00");
        Assert.That(slots, Has.Count.EqualTo(14));
        Assert.That(slots.Where(s => Local(s) == "02:30").Select(s => s.Start), Is.EqualTo([Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30)]));
        Assert.That(slots, Has.All.Matches<Slot>(s => s.Length == Duration.FromMinutes(30)));
    }

    [Test]
    public void An_opening_that_begins_in_the_skipped_hour_begins_as_much_later() =>
        Assert.That(Times("2026-03-29", "02:30", "04:30"), Is.EqualTo(["03:30", "04:00"]));

    [Test]
    public void An_opening_that_begins_in_the_hour_shown_twice_begins_at_its_first_showing() =>
        Assert.That(Times("2026-10-25", "02:30", "04:00"), Is.EqualTo(["02:30", "02:00", "02:30", "03:00", "03:30"]));

    [TestCase("2026-03-29")]
    [TestCase("2026-10-25")]
    [TestCase("2027-03-28")]
    public void What_is_proposed_on_such_a_day_is_accepted_and_lies_apart(string date)
    {
        var slots = Find(date, "00:00", "06:00");
        var book = Book("00:00", "06:00");
        foreach (var slot in slots)
            Assert.That(BookingRules.Decide(Request(date), book.Practitioners[Martin], slot.Start, false, CalendarState.Empty, book), Is.TypeOf<MayBook>(), $"{slot.Start}");
        Assert.That(slots.Zip(slots.Skip(1), (one, next) => one.End <= next.Start), Has.All.True);
    }

    [Test]
    public void The_leap_day_is_a_day() =>
        Assert.That(Times("2028-02-29", "09:00", "10:00"), Is.EqualTo(["09:00", "09:30"]));

    [TestCase("2027-01-31", "2028-02-29", 12)]
    [TestCase("2027-01-31", "2028-03-01", 13)]
    [TestCase("2028-02-29", "2029-02-28", 11)]
    [TestCase("2028-02-29", "2029-03-01", 12)]
    public void A_month_of_age_is_complete_on_the_day_of_birth_or_the_day_after(string born, string day, int months) =>
        Assert.That(
            (new AgeBand(months, months + 1).Includes(new BirthDate(Day(born)), Day(day)), new AgeBand(months + 1, null).Includes(new BirthDate(Day(born)), Day(day))),
            Is.EqualTo((true, false)));

    [TestCase("Indian/Reunion", HolidayRegion.Reunion, 5, "2026-12-20")]
    [TestCase("America/Guadeloupe", HolidayRegion.Guadeloupe, 13, "2026-05-27")]
    [TestCase("America/Cayenne", HolidayRegion.Guyane, 12, "2026-06-10")]
    public void Overseas_the_clock_never_changes_and_the_abolition_is_kept(string zone, HolidayRegion region, int utcHour, string abolition)
    {
        foreach (var date in new[] { "2026-03-28", "2026-03-29", "2026-10-25", "2026-10-26", "2028-02-29" })
            Assert.That(Find(date, "09:00", "12:00", zone, region)[0].Start.InUtc().Hour, Is.EqualTo(utcHour), date);
        Assert.That(Find(abolition, "09:00", "12:00", zone, region), Is.Empty);
        Assert.That(Find(abolition, "09:00", "12:00"), Is.Not.Empty, "no holiday in Paris");
    }

    private static IEnumerable<string> Times(string date, string from, string to) => Find(date, from, to).Select(Local);

    private static string Local(Slot slot) => $"{slot.Start.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).TimeOfDay:HH':'mm}";

    private static IReadOnlyList<Slot> Find(
        string date, string from, string to, string zone = "Europe/Paris", HolidayRegion region = HolidayRegion.Metropole)
    {
        var book = Book(from, to, zone, region);
        var day = book.Zone.AtStartOfDay(Day(date)).ToInstant();
        var next = book.Zone.AtStartOfDay(Day(date).PlusDays(1)).ToInstant();
        return SlotFinder.Find(new SlotQuestion { Request = Request(date), Within = new Interval(day, next), Most = 100 }, CalendarState.Empty, book);
    }

    private static BookingRequest Request(string date) =>
        new() { Reason = Visit, Channel = BookingChannel.Agent, Now = Day(date).PlusDays(-3).AtMidnight().InUtc().ToInstant() };

    private static BookingBook Book(string from, string to, string zone = "Europe/Paris", HolidayRegion region = HolidayRegion.Metropole)
    {
        var opening = new OpeningRule { Days = Enum.GetValues<IsoDayOfWeek>().ToHashSet(), Hours = new OpeningInterval(Time(from), Time(to)), Source = Source };
        var martin = new Practitioner { Id = Martin, Name = "Dr Martin", Specialty = "Médecine générale", Openings = [opening], Source = Source };
        return new BookingBook
        {
            Version = new ScriptVersion("lilas", 1, "0"), Source = Source, Zone = DateTimeZoneProviders.Tzdb[zone], Region = region, GridMinutes = 30,
            Notice = new Dictionary<BookingChannel, Duration>(), HorizonDays = 30,
            Practitioners = new Dictionary<PractitionerId, Practitioner> { [Martin] = martin }, Reasons = new Dictionary<VisitReasonId, VisitReason> { [Visit.Id] = Visit },
        };
    }

    private static LocalDate Day(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

    private static LocalTime Time(string time) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;
}
