using System.Net;
using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Booking;

[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class BookingEndpointsTests(DatabaseEngine engine)
{
    private const string Visit = "consultation";
    private const string Martin = "dr-martin";

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
    public async Task Slot_is_found_held_booked_and_shown_in_agenda_and_file()
    {
        var slot = (await _claire.Slots(Visit, Martin))[0];
        var held = await BookingClient.Read<HeldSlot>(await _claire.Hold(slot, Visit));
        Assert.That((held.Start, held.End, held.Asks), Is.EqualTo((slot.Start, slot.End, (SlotAsks?)null)));
        var booked = await BookingClient.Read<AppointmentView>(await _claire.Book(slot, Visit, _house.Patient));
        Assert.That((booked.State, booked.Start, booked.PatientName), Is.EqualTo((AppointmentState.Booked, slot.Start, "DURAND Amélie")));
        var agenda = await _claire.Get<AgendaView>("agenda");
        Assert.That(agenda.Entries.Select(e => (e.Kind, e.Appointment?.AppointmentId)), Is.EqualTo([(AgendaEntryKind.Appointment, (Guid?)booked.AppointmentId)]));
        Assert.That((await _claire.Get<PatientAppointments>($"patients/{_house.Patient}/appointments")).Coming.Select(a => a.AppointmentId), Is.EqualTo([booked.AppointmentId]));
        Assert.That((await _claire.Slots(Visit, Martin)).Select(s => s.Start), Has.None.EqualTo(slot.Start));
        Assert.That(await Rows(db => db.Set<SlotHold>().CountAsync()), Is.Zero, "the hold became the appointment");
    }

    [Test]
    public async Task Of_two_consoles_one_books_and_the_other_gets_the_nearest_free_slots()
    {
        var nadia = await _house.Takes();
        var slot = (await _claire.Slots(Visit, Martin))[3];
        var answers = await Task.WhenAll(_claire.Book(slot, Visit, _house.Patient), nadia.Book(slot, Visit, _house.Patient));
        var loser = answers.Single(a => a.StatusCode == HttpStatusCode.Conflict);
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(await loser.ProblemCode(), Is.EqualTo(BookingProblems.SlotTaken));
        var alternatives = JsonDocument.Parse(await loser.Content.ReadAsStringAsync()).RootElement.GetProperty(BookingProblems.AlternativesField).Deserialize<List<SlotView>>(TestJson.Options)!;
        Assert.That(alternatives, Is.Not.Empty);
        await BookingClient.Read<AppointmentView>(await nadia.Book(alternatives[0], Visit, _house.Patient));
    }

    [Test]
    public async Task Held_slot_is_exclusive_until_it_is_let_go_or_runs_out()
    {
        var nadia = await _house.Takes();
        var slots = await _claire.Slots(Visit, Martin);
        var held = await BookingClient.Read<HeldSlot>(await _claire.Hold(slots[6], Visit));
        Assert.That((await nadia.Hold(slots[6], Visit)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await nadia.Book(slots[6], Visit, _house.Patient)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await _claire.Delete($"holds/{held.HoldId}");
        await BookingClient.Read<HeldSlot>(await nadia.Hold(slots[6], Visit));
        _house.Time.Advance(TimeSpan.FromMinutes(4));
        await BookingClient.Read<HeldSlot>(await _claire.Hold(slots[6], Visit));
    }

    [Test]
    public async Task Held_slot_stays_open_to_its_caller_while_she_makes_up_her_mind()
    {
        var slot = (await _claire.Slots(Visit, Martin))[0];
        await BookingClient.Read<HeldSlot>(await _claire.Hold(slot, Visit));
        _house.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.That((await _claire.Slots(Visit, Martin))[0].Start, Is.GreaterThan(slot.Start), "too late for anybody else");
        await BookingClient.Read<AppointmentView>(await _claire.Book(slot, Visit, _house.Patient));
    }

    [Test]
    public async Task Move_that_fails_keeps_the_old_slot_and_a_stale_one_shows_what_is()
    {
        var nadia = await _house.Takes();
        var slots = await _claire.Slots(Visit, Martin);
        var mine = await BookingClient.Read<AppointmentView>(await _claire.Book(slots[0], Visit, _house.Patient));
        await BookingClient.Read<AppointmentView>(await nadia.Book(slots[6], Visit, _house.Patient));
        var refused = await _claire.Post($"appointments/{mine.AppointmentId}/move", new MoveAppointment(_claire.Call, null, Martin, slots[6].Start, mine.Version));
        Assert.That(await refused.ProblemCode(), Is.EqualTo(BookingProblems.SlotTaken));
        Assert.That(await Steps(mine.AppointmentId), Is.EqualTo(3), "the old time is still hers");
        var moved = await BookingClient.Read<AppointmentView>(
            await _claire.Post($"appointments/{mine.AppointmentId}/move", new MoveAppointment(_claire.Call, null, Martin, slots[12].Start, mine.Version)));
        Assert.That((moved.Start, moved.Version), Is.EqualTo((slots[12].Start, 2)));
        var stale = await _claire.Post($"appointments/{mine.AppointmentId}/cancel", new CancelAppointment(_claire.Call, 1, null));
        Assert.That(await stale.ProblemCode(), Is.EqualTo(BookingProblems.Outdated));
        await BookingClient.Read<AppointmentView>(await _claire.Post($"appointments/{mine.AppointmentId}/cancel", new CancelAppointment(_claire.Call, 2, "guérie")));
        Assert.That(await Steps(mine.AppointmentId), Is.Zero);
        var history = await _claire.Get<AppointmentHistory>($"appointments/{mine.AppointmentId}/history");
        Assert.That(history.Events.Select(e => e.What), Is.EqualTo(["Booked", "MovedOut", "MovedIn", "Cancelled"]));
    }

    [Test]
    public async Task Emergency_on_the_call_closes_booking()
    {
        var slot = (await _claire.Slots(Visit, Martin))[0];
        await _house.Store.Write(
            (db, token) => db.Set<CallRecord>().ExecuteUpdateAsync(set => set.SetProperty(c => c.EmergencyOpen, true), token), default);
        Assert.That(await (await _claire.Hold(slot, Visit)).ProblemCode(), Is.EqualTo(BookingProblems.EmergencyOpen));
        Assert.That(await (await _claire.Book(slot, Visit, _house.Patient)).ProblemCode(), Is.EqualTo(BookingProblems.EmergencyOpen));
    }

    [Test]
    public async Task A_moment_that_is_not_offered_is_explained_with_rule_author_and_remedy()
    {
        var explained = await _claire.Get<SlotExplanation>($"slots/explain?visitReason={Visit}&practitioner={Martin}&at=2026-11-25T20:00:00%2B01:00");
        Assert.That(explained.IsOffered, Is.False);
        Assert.That(explained.Rules.Select(r => (r.Rule, r.Strength, r.Author)), Is.EqualTo([("OutsideOpenings", RuleStrengthView.Hard, "Dr Hélène Martin")]));
        Assert.That(explained.Rules[0].Source, Does.StartWith(BookingHouse.File));
        Assert.That(explained.Alternatives, Is.Not.Empty);
        var local = await _claire.Get<SlotExplanation>($"slots/explain?visitReason={Visit}&practitioner={Martin}&local=2026-11-25T20:00");
        Assert.That((local.At, local.Summary), Is.EqualTo((explained.At, explained.Summary)), "by the practice's own clock");
        var kept = await _claire.Get<SlotExplanation>($"slots/explain?visitReason={Visit}&practitioner={Martin}&at=2026-11-24T17:30:00%2B01:00");
        Assert.That(kept.Rules.Select(r => r.Rule), Is.EqualTo(["KeptForPool"]));
        Assert.That(kept.Rules[0].PossibleFrom, Is.EqualTo(new DateTimeOffset(2026, 11, 24, 15, 30, 0, TimeSpan.FromHours(1))), "two hours before");
    }

    [Test]
    public async Task Looks_at_agenda_history_and_file_are_recorded()
    {
        var booked = await BookingClient.Read<AppointmentView>(await _claire.Book((await _claire.Slots(Visit, Martin))[0], Visit, _house.Patient));
        var before = await Audited();
        await _claire.Get<AgendaView>("agenda");
        await _claire.Get<PatientAppointments>($"patients/{_house.Patient}/appointments");
        await _claire.Get<AppointmentHistory>($"appointments/{booked.AppointmentId}/history");
        Assert.That((await Audited()).Skip(before.Count), Is.EqualTo([AuditAction.AgendaShown, AuditAction.PatientShown, AuditAction.PatientShown]));
    }

    private Task<List<AuditAction>> Audited() => Rows(db => db.Set<AuditRow>().OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync());

    private Task<int> Steps(Guid appointment) => Rows(db => db.Set<Occupancy>().CountAsync(o => o.AppointmentId == new Domain.Booking.AppointmentId(appointment)));

    private Task<T> Rows<T>(Func<ContactCenterDb, Task<T>> read) => _house.Store.Read((db, _) => read(db), default);
}

/// <summary>The engines that a run has: SQLite always, PostgreSQL where it is installed.</summary>
internal static class BookingEngines
{
    public static IEnumerable<DatabaseEngine> All => [DatabaseEngine.Sqlite, DatabaseEngine.PostgreSql];
}
