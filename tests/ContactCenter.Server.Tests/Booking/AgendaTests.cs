using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What the agenda on screen is drawn from: rooms, places, reasons, who booked, and how full each day is.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class AgendaTests(DatabaseEngine engine)
{
    private const string Visit = "consultation";
    private const string Martin = "dr-martin";
    private const string Room = "salle-de-soins";
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private BookingHouse _house = null!;
    private BookingClient _claire = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open(engine);
        _claire = await _house.Takes();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Reasons_places_and_rooms_come_with_it_and_each_reason_has_a_colour_of_its_own()
    {
        var agenda = await _claire.Get<AgendaView>("agenda?from=2026-11-25");
        Assert.That(agenda.Reasons!.Select(r => r.VisitReasonId).Take(3), Is.EqualTo([Visit, "renouvellement", "certificat"]));
        Assert.That(agenda.Reasons!.Select(r => r.Tone), Is.Unique);
        Assert.That(agenda.Places, Is.EqualTo([new PlaceView("lilas", "Cabinet des Lilas")]));
        Assert.That(agenda.Resources, Is.EqualTo([new CalendarResource(Room, "Salle de soins", CalendarResourceKind.Room)]));
        Assert.That(agenda.Openings.Where(o => o.PractitionerId == Martin).Select(o => (o.Mode, o.PlaceId)), Is.EqualTo([("Office", "lilas"), ("Tele", null)]));
        var there = agenda.Openings.Single(o => o.PractitionerId == Room);
        Assert.That((there.Start.TimeOfDay, (there.End - there.Start).TotalHours), Is.EqualTo((TimeSpan.Zero, 24)));
    }

    [Test]
    public async Task Each_entry_tells_its_room_and_who_made_it()
    {
        var slot = (await _claire.Slots("petite-intervention", Martin, "&from=2026-11-26&days=1"))[0];
        await BookingClient.Read<AppointmentView>(await _claire.Book(slot, "petite-intervention", _house.Patient));
        var staff = await _house.Staff();
        var own = (await staff.Slots(Visit, Martin, "&from=2026-11-26&days=1")).First(s => s.Asks is null);
        await BookingClient.Read<AppointmentView>(await staff.Book(own, Visit, _house.Patient));
        var held = (await _claire.Slots("petite-intervention", Martin, "&from=2026-11-26&days=1"))[^1];
        await BookingClient.Read<HeldSlot>(await _claire.Hold(held, "petite-intervention"));
        var entries = (await staff.Get<AgendaView>("agenda?from=2026-11-26")).Entries;
        Assert.That(
            entries.Select(e => (e.Kind, e.ResourceIds?.Single(), e.Made?.InCall)),
            Is.EqualTo([(AgendaEntryKind.Appointment, Room, true), (AgendaEntryKind.Appointment, null, false), (AgendaEntryKind.Hold, Room, (bool?)null)]));
        Assert.That(entries.Take(2).Select(e => e.Made!.By), Is.EqualTo(["claire", "martin"]));
        Assert.That(entries[0].Made!.At, Is.EqualTo(_house.Time.GetUtcNow()));
    }

    [Test]
    public async Task Days_tell_what_is_open_and_what_is_left_of_it()
    {
        await BookingClient.Read<AppointmentView>(await _claire.Book((await _claire.Slots(Visit, Martin))[0], Visit, _house.Patient));
        var asked = (await _claire.Slots("petite-intervention", Martin, "&days=1"))[0];
        await BookingClient.Read<AppointmentView>(await _claire.Book(asked, "petite-intervention", _house.Patient));
        await BookingClient.Read<HeldSlot>(await _claire.Hold((await _claire.Slots(Visit, Martin, "&days=1"))[^1], Visit));
        var staff = await _house.Staff();
        await staff.Post("absences", new EnterAbsence("dr-benali", new DateTime(2026, 11, 23, 13, 30, 0), new DateTime(2026, 11, 24), "garde"));
        var days = await _claire.Get<AgendaDays>("agenda/days?from=2026-11-23&days=2");
        Assert.That(days.Loads, Is.EqualTo(
        [
            new DayLoad(Monday, Martin, 480, 480 - 15 - 30 - 15, 2, 1), new DayLoad(Monday, "dr-benali", 480, 210, 0, 0),
            new DayLoad(Monday.AddDays(1), Martin, 480, 480, 0, 0), new DayLoad(Monday.AddDays(1), "dr-benali", 210, 210, 0, 0),
        ]));
        Assert.That((days.From, days.Days, days.AsOf.Offset.Hours), Is.EqualTo((Monday, 2, 1)));
    }

    [Test]
    public async Task Closed_days_say_why()
    {
        var days = await _claire.Get<AgendaDays>("agenda/days?from=2026-12-24&days=5");
        Assert.That(days.Closed, Is.EqualTo([new ClosedDay(new DateOnly(2026, 12, 25), null), new ClosedDay(new DateOnly(2026, 12, 28), "congés de fin d’année")]));
        Assert.That(days.Loads.Select(l => l.Day.Day).Distinct(), Is.EqualTo([24, 26]));
    }

    [Test]
    public async Task How_full_a_month_is_tells_no_name_and_is_no_look_at_a_patient()
    {
        await BookingClient.Read<AppointmentView>(await _claire.Book((await _claire.Slots(Visit, Martin))[0], Visit, _house.Patient));
        var before = await Looks();
        var answer = await _claire.Http.GetStringAsync($"{_claire.Root}/agenda/days?from=2026-11-23&days=62");
        Assert.That(answer, Does.Contain("\"appointments\":1").And.Not.Contain("DURAND").IgnoreCase);
        Assert.That(await Looks(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_is_held_for_a_move_does_not_count_the_moved_one_as_another()
    {
        const string Renewal = "renouvellement";
        var slots = await _claire.Slots(Renewal, Martin);
        var booked = await BookingClient.Read<AppointmentView>(await _claire.Book(slots[0], Renewal, _house.Patient));
        HoldSlot Form(DateTimeOffset start, Guid? moved) => new(_claire.Call!.Value, Renewal, Martin, start, _house.Patient, MovedAppointmentId: moved);
        var another = await BookingClient.Read<HeldSlot>(await _claire.Post("holds", Form(slots[6].Start, null)));
        Assert.That(another.Rules!.Select(r => r.Rule), Is.EqualTo(["Spacing"]), "twenty-one days apart");
        var moved = await BookingClient.Read<HeldSlot>(await _claire.Post("holds", Form(slots[6].Start, booked.AppointmentId)));
        Assert.That(moved.Rules, Is.Null.Or.Empty);
        var beside = await _claire.Post("holds", Form(slots[0].Start.AddMinutes(5), booked.AppointmentId));
        Assert.That(await beside.ProblemCode(), Is.EqualTo(BookingProblems.SlotTaken), "its own time is still taken");
    }

    [TestCase("agenda")]
    [TestCase("agenda/days")]
    public async Task A_practice_never_reads_anothers(string path)
    {
        var other = await _house.Node.AddPractice("cabinet-pasteur");
        var stranger = await _house.Node.SignedIn(await _house.Node.AddUser("pasteur", Roles.PracticeStaff, other));
        Assert.That((await stranger.GetAsync($"{_claire.Root}/{path}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (await _house.Staff()).Http.GetAsync($"{_claire.Root}/{path}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private Task<int> Looks() => _house.Store.Read((db, token) => db.Set<AuditRow>().CountAsync(a => a.Action == AuditAction.AgendaShown, token), default);
}
