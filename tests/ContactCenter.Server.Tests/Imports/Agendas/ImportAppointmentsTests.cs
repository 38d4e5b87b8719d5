using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Tests.Imports.Agendas;

/// <summary>The practice's clock shows Monday 23 November 2026, nine o'clock in Paris; the house knows Amélie Durand.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class ImportAppointmentsTests(DatabaseEngine engine)
{
    private const string Header = "id;patient;prenom;praticien;motif;debut;fin\n";
    private ImportHouse _house = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await ImportHouse.Open(engine);
        await _house.Patients("id;nom;prenom;ddn\n7;Nguyen;Minh;1990-01-31\n8;Petit;Léa;1990-01-01\n9;Petit;Léa;1991-01-01\n");
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task A_table_is_taken_in_once_and_what_was_cancelled_here_stays_cancelled()
    {
        const string Rows = Header + "a;Durand;Amélie;Dr Martin;Consultation de médecine générale;2026-11-24 10:00;10:20\n;Nguyen;Minh;dr-benali;vaccination;24/11/2026 10:00;24/11/2026 10:15\n";
        var first = await _house.Appointments(Rows);
        Assert.That((first.Exit, first.LastLine, first.Errors), Is.EqualTo((0, "2 imported (0 to be compared), 0 already there, 0 refused", "")));
        var there = await RaceHouse.IsSound(_house.Booking);
        Assert.That(there.Select(a => (a.PractitionerId.Value, a.ReasonId.Value, $"{a.Start}", a.End - a.Start)), Is.EquivalentTo(new[]
        {
            ("dr-martin", "consultation", "2026-11-24T09:00:00Z", Duration.FromMinutes(20)), ("dr-benali", "vaccination", "2026-11-24T09:00:00Z", Duration.FromMinutes(15)),
        }));
        Assert.That(there.Select(a => (a.CallId, a.State)), Is.All.EqualTo(((object?)null, AppointmentState.Booked)), "nobody is charged for it");

        var staff = await _house.Booking.Staff();
        foreach (var appointment in there)
            Assert.That((await staff.Post($"appointments/{appointment.Id.Value}/cancel", new CancelAppointment(null, appointment.Version, null, CancelledBy.Patient))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var again = await _house.Appointments(Rows);
        Assert.That(again.LastLine, Is.EqualTo("0 imported (0 to be compared), 2 already there, 0 refused"));
        Assert.That((await RaceHouse.IsSound(_house.Booking)).Select(a => a.State), Is.All.EqualTo(AppointmentState.Cancelled));
    }

    [Test]
    public async Task Nothing_is_put_on_time_that_is_taken_neither_by_a_booking_nor_by_the_file_itself()
    {
        var caller = await _house.Booking.Takes();
        var slot = (await caller.Slots("consultation", "dr-martin"))[0];
        await caller.Book(slot, "consultation", _house.Booking.Patient);
        var other = await _house.Booking.Takes();
        var held = (await other.Slots("consultation", "dr-martin"))[0];
        await other.Hold(held, "consultation");
        var rows = Header
            + $"a;Nguyen;Minh;dr-martin;consultation;{slot.Start.AddMinutes(10):yyyy-MM-dd HH:mm};{slot.Start.AddMinutes(25):HH:mm}\n"
            + $"b;Nguyen;Minh;dr-martin;consultation;{held.Start:yyyy-MM-dd HH:mm};{held.End:HH:mm}\n"
            + "c;Nguyen;Minh;dr-martin;consultation;2026-12-01 10:00;10:30\n"
            + "d;Durand;Amélie;dr-martin;consultation;2026-12-01 10:29;10:40\n";
        var dry = await _house.Appointments(rows, "--dry-run");
        Assert.That((await RaceHouse.IsSound(_house.Booking)), Has.Count.EqualTo(1), "a dry run takes nothing");
        var done = await _house.Appointments(rows);
        Assert.That((dry.Errors, dry.LastLine), Is.EqualTo((done.Errors, $"Dry run, nothing was changed: {done.LastLine}")));
        Assert.That(done.Errors.TrimEnd().Split('\n').Select(l => l[..l.LastIndexOf(':')]), Is.EqualTo(new[] { 2, 3, 5 }.Select(l => $"rdv.csv({l},1): error IMP210: The practitioner is taken at that time")));
        await RaceHouse.IsSound(_house.Booking);
    }

    [Test]
    public async Task A_room_that_a_reason_needs_is_taken_with_it()
    {
        var done = await _house.Appointments(Header
            + "a;Nguyen;Minh;dr-martin;petite-intervention;2026-12-01 10:00;10:30\n"
            + "b;Durand;Amélie;dr-benali;petite-intervention;2026-12-01 10:10;10:30\n");
        Assert.That(done.Errors, Does.StartWith("rdv.csv(3,1): error IMP211"));
        Assert.That((await RaceHouse.IsSound(_house.Booking)).Single().Resources, Is.EqualTo("salle-de-soins"));
    }

    [Test]
    public async Task Every_row_that_cannot_be_taken_says_why_and_where()
    {
        var done = await _house.Appointments("""
            id;id_patient;patient;prenom;praticien;motif;debut;duree;etat
            1;;Inconnu;Paul;dr-martin;consultation;2026-12-01 10:00;15;
            2;;Petit;Léa;dr-martin;consultation;2026-12-01 10:00;15;
            3;404;;;dr-martin;consultation;2026-12-01 10:00;15;
            4;8;;;dr-who;consultation;2026-12-01 10:00;15;
            5;8;;;dr-martin;fièvre;2026-12-01 10:00;15;
            6;8;;;dr-martin;consultation;2027-03-28 02:30;15;
            7;8;;;dr-martin;consultation;2027-10-31 02:30;15;
            8;8;;;dr-martin;consultation;2026-12-01 10:00;0;
            9;8;;;dr-martin;consultation;2090-12-01 10:00;15;
            10;8;;;dr-martin;consultation;2026-12-01 10:00;15;Annulé
            11;8;;;dr-martin;consultation;2027-10-31T02:30+01:00;15;
            12;;Durand;;dr-martin;consultation;2026-12-01 10:00;15;
            """);
        Assert.That(done.Errors.TrimEnd().Split('\n').Select(l => l["rdv.csv".Length..].Split(": ") is [var at, var code, ..] ? $"{at} {code[6..]}" : l), Is.EqualTo(
            ["(2,1) IMP201", "(3,1) IMP202", "(4,1) IMP201", "(5,7) IMP203", "(6,17) IMP204", "(7,30) IMP206", "(8,30) IMP207", "(9,30) IMP208", "(10,30) IMP209", "(11,51) IMP212", "(13,1) IMP201"]));
        Assert.That((await RaceHouse.IsSound(_house.Booking)).Single().Start, Is.EqualTo(Instant.FromUtc(2027, 10, 31, 1, 30)));
    }

    [Test]
    public async Task Times_of_a_calendar_are_read_in_their_zone_and_floating_ones_in_the_practice_s()
    {
        var done = await _house.Calendar(
            Event("1", "Durand Amélie", "DTSTART;TZID=Europe/Paris:20261124T100000\nDTEND;TZID=Europe/Paris:20261124T102000")
            + Event("2", "NGUYEN Minh - Suivi de maladie chronique", "DTSTART:20261124T110000\nDURATION:PT30M")
            + Event("3", "Nguyen Minh", "DTSTART:20261124T140000Z\nDTEND:20261124T141500Z")
            + Event("4", "Nguyen Minh", "DTSTART;TZID=Indian/Reunion:20261124T190000\nDTEND;TZID=Indian/Reunion:20261124T191500")
            + Event("5", "Nguyen Minh", "DTSTART;TZID=\"Romance Standard Time\":20261125T100000\nDTEND;TZID=\"Romance Standard Time\":20261125T101500")
            + Event("6", "Nguyen Minh", "DTSTART;TZID=Foo/Bar:20261124T100000\nDTEND;TZID=Foo/Bar:20261124T102000")
            + Event("7", "Nguyen Minh", "DTSTART;TZID=Europe/Paris:20270328T023000\nDURATION:PT15M")
            + Event("8", "Nguyen Minh", "DTSTART;TZID=Europe/Paris:20271031T023000\nDURATION:PT15M")
            + Event("9", "Congé", "DTSTART;VALUE=DATE:20261126")
            + Event("10", "Nguyen Minh", "DTSTART:20261126T100000")
            + "BEGIN:VEVENT\nUID:11\nDTSTART:2026\nEND:VEVENT\n",
            "--practitioner", "dr-martin", "--reason", "consultation");
        Assert.That((await RaceHouse.IsSound(_house.Booking)).OrderBy(a => a.Start).Select(a => $"{a.Start} {a.ReasonId.Value}"), Is.EqualTo(
            ["2026-11-24T09:00:00Z consultation", "2026-11-24T10:00:00Z suivi-chronique", "2026-11-24T14:00:00Z consultation", "2026-11-24T15:00:00Z consultation",
                "2026-11-25T09:00:00Z consultation"]));
        Assert.That(done.Errors.TrimEnd().Split('\n').Select(l => l["agenda.ics".Length..].Split(": ") is [var at, var code, ..] ? $"{at} {code[6..]}" : l), Is.EqualTo(
            ["(34,1) IMP303", "(40,1) IMP206", "(46,1) IMP207", "(52,1) IMP302", "(57,1) IMP305", "(62,1) IMP301"]));
    }

    [Test]
    public async Task A_recurring_event_is_followed_for_a_year_without_the_occurrences_taken_out_or_replaced()
    {
        const string Weekly = "DTSTART;TZID=Europe/Paris:20261124T100000\nDTEND;TZID=Europe/Paris:20261124T101500\nRRULE:FREQ=WEEKLY;UNTIL=20261222T090000Z\n"
            + "EXDATE;TZID=Europe/Paris:20261201T100000";
        var events = Event("s", "Nguyen Minh", Weekly)
            + Event("s", "Nguyen Minh", "RECURRENCE-ID;TZID=Europe/Paris:20261208T100000\nDTSTART;TZID=Europe/Paris:20261208T113000\nDURATION:PT15M");
        string[] choices = ["--practitioner", "Martin", "--reason", "consultation"];
        var done = await _house.Calendar(events, choices);
        Assert.That(done.Exit, Is.Zero, done.Errors);
        Assert.That((await RaceHouse.IsSound(_house.Booking)).Select(a => $"{a.Start}").Order(), Is.EqualTo(
            ["2026-11-24T09:00:00Z", "2026-12-08T10:30:00Z", "2026-12-15T09:00:00Z", "2026-12-22T09:00:00Z"]));
        Assert.That((await _house.Calendar(events, choices)).LastLine, Is.EqualTo("0 imported (0 to be compared), 4 already there, 0 refused"));
    }

    [Test]
    public async Task A_repetition_keeps_its_hour_across_the_change_of_the_clocks_and_one_without_end_says_where_it_is_left()
    {
        var done = await _house.Calendar(
            Event("s", "Nguyen Minh", "DTSTART;TZID=Europe/Paris:20261124T100000\nDURATION:PT15M\nRRULE:FREQ=MONTHLY"), "--practitioner", "dr-martin", "--reason", "consultation");
        Assert.That(done.Output, Does.Contain("agenda.ics(4,1): note IMP310"));
        var there = await RaceHouse.IsSound(_house.Booking);
        Assert.That(there, Has.Count.EqualTo(13));
        Assert.That(there.Select(a => a.Start.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Hour), Is.All.EqualTo(10));
    }

    [Test]
    public async Task A_repetition_that_cannot_be_followed_is_refused()
    {
        string[] rules =
        [
            "RRULE:FREQ=HOURLY;COUNT=3", "RRULE:FREQ=DAILY;BYHOUR=8,9;COUNT=3", "RRULE:FREQ=DAILY;COUNT=3\nRRULE:FREQ=WEEKLY;COUNT=3",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z\nEXRULE:FREQ=WEEKLY",
            "RRULE:FREQ=DAILY\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261124T100000",
        ];
        var done = await _house.Calendar(
            string.Concat(rules.Select((rule, n) => Event($"{n}", "Nguyen Minh", $"DTSTART;TZID=Europe/Paris:20261124T100000\nDURATION:PT15M\n{rule}"))),
            "--practitioner", "dr-martin", "--reason", "consultation");
        Assert.That(done.LastLine, Is.EqualTo($"0 imported (0 to be compared), 0 already there, {rules.Length} refused"));
        Assert.That(done.Errors.TrimEnd().Split('\n').Select(l => l.Split(' ')[2]), Is.All.EqualTo("IMP304:"));
    }

    [Test]
    public async Task Who_imports_while_others_book_takes_nothing_twice()
    {
        var rows = Header + string.Concat(Enumerable.Range(0, 24).Select(n => $"{n};Nguyen;Minh;dr-martin;consultation;2026-12-0{1 + (n % 4)} 10:{n / 4 * 10:00};10:{(n / 4 * 10) + 9:00}\n"));
        var callers = new[] { await _house.Booking.Takes(), await _house.Booking.Takes() };
        var slots = (await callers[0].Slots("consultation", "dr-martin", "&from=2026-12-01")).Where(s => s.Start.Day <= 4).Take(24).ToList();
        Assert.That(slots, Is.Not.Empty);
        var booking = callers.Select((caller, who) => Task.Run(async () =>
        {
            foreach (var slot in slots.Where((_, n) => n % 2 == who))
                await caller.Book(slot, "consultation", _house.Booking.Patient);
        }));
        await Task.WhenAll([.. booking, Task.Run(() => _house.Appointments(rows)), Task.Run(() => _house.Appointments(rows))]);
        Assert.That(await RaceHouse.IsSound(_house.Booking), Is.Not.Empty);
    }

    private static string Event(string uid, string summary, string times) => $"BEGIN:VEVENT\nUID:{uid}\n{times}\nSUMMARY:{summary}\nEND:VEVENT\n";
}
