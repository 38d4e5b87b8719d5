using System.Net;
using System.Text;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using AppointmentState = ContactCenter.Contracts.Booking.AppointmentState;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What the practice itself does: absences, approvals, and what became of an appointment on its day.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class PracticeCalendarTests(DatabaseEngine engine)
{
    private const string Visit = "consultation";
    private const string Minor = "petite-intervention";
    private const string Martin = "dr-martin";
    private static readonly DateTime Thursday = new(2026, 11, 26);

    private BookingHouse _house = null!;
    private BookingClient _claire = null!;
    private BookingClient _staff = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open(engine);
        _claire = await _house.Takes();
        _staff = await _house.Staff();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task An_absence_closes_its_time_names_whom_it_concerns_and_can_be_taken_back()
    {
        var slot = (await _claire.Slots(Visit, Martin, "&from=2026-11-26&days=1"))[0];
        var booked = await BookingClient.Read<AppointmentView>(await _claire.Book(slot, Visit, _house.Patient));
        var absence = await BookingClient.Read<AbsenceView>(await _staff.Post("absences", new EnterAbsence(Martin, Thursday, Thursday.AddDays(1), "opération du genou")));
        Assert.That(absence.Concerned!.Select(a => a.AppointmentId), Is.EqualTo([booked.AppointmentId]));
        Assert.That(await _claire.Slots(Visit, Martin, "&from=2026-11-26&days=1"), Is.Empty);
        Assert.That(
            (await _claire.Get<SlotExplanation>($"slots/explain?visitReason={Visit}&practitioner={Martin}&at=2026-11-26T10:00:00%2B01:00")).Rules.Select(r => r.Rule),
            Is.EqualTo(["Absent"]));
        Assert.That((await _claire.Get<List<AbsenceView>>("absences")).Select(a => a.Why), Is.EqualTo(["opération du genou"]));
        await BookingClient.Read<AbsenceView>(await _staff.Delete($"absences/{absence.AbsenceId}"));
        Assert.That(await _claire.Slots(Visit, Martin, "&from=2026-11-26&days=1"), Is.Not.Empty);
    }

    [Test]
    public async Task Only_an_agent_may_say_that_it_was_our_mistake()
    {
        var booked = await BookingClient.Read<AppointmentView>(await _claire.Book((await _claire.Slots(Visit, Martin))[0], Visit, _house.Patient));
        var refused = await _staff.Post($"appointments/{booked.AppointmentId}/cancel", new CancelAppointment(null, booked.Version, null, CancelledBy.Us));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await BookingClient.Read<AppointmentView>(
            await _claire.Post($"appointments/{booked.AppointmentId}/cancel", new CancelAppointment(_claire.Call, booked.Version, "mauvais patient", CancelledBy.Us)));
        var row = await _house.Store.Read((db, token) => db.Set<Appointment>().SingleAsync(token), default);
        Assert.That(row.CancelledFor, Is.EqualTo(CancelledFor.Us));
    }

    [TestCase("2026-11-26T13:30:00+01:00", "2026-11-26T18:00:00", "start")]
    [TestCase("2026-11-26T13:30:00", "2026-11-26T13:30:00", "end")]
    [TestCase("2026-11-26T13:30:00", "2028-12-26T13:30:00", "end")]
    public async Task Times_that_are_not_the_practices_own_or_end_before_they_begin_are_refused(string start, string end, string field)
    {
        var answer = await _staff.Post("absences", new { resourceId = Martin, start, end, why = "congé" });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"\"{field}\""));
        Assert.That(await _staff.Get<List<AbsenceView>>("absences"), Is.Empty);
    }

    [Test]
    public async Task An_absence_over_the_change_of_clocks_keeps_the_wall_clock()
    {
        var night = await BookingClient.Read<AbsenceView>(await _staff.Post("absences", new EnterAbsence(Martin, new(2027, 3, 27, 20, 0, 0), new(2027, 3, 28, 8, 0, 0), "garde")));
        Assert.That((night.Start.Offset.Hours, night.End.Offset.Hours, (night.End - night.Start).TotalHours), Is.EqualTo((1, 2, 11)));
    }

    [Test]
    public async Task Whoever_has_a_calendar_is_listed()
    {
        var all = await _staff.Get<List<CalendarResource>>("resources");
        Assert.That(
            all.Select(r => (r.ResourceId, r.Kind)),
            Is.EqualTo([(Martin, CalendarResourceKind.Practitioner), ("dr-benali", CalendarResourceKind.Practitioner), ("salle-de-soins", CalendarResourceKind.Room)]));
    }

    [Test]
    public async Task Why_somebody_is_absent_is_sealed_at_rest()
    {
        await BookingClient.Read<AbsenceView>(await _staff.Post("absences", new EnterAbsence(Martin, Thursday, Thursday.AddDays(1), "opération du genou")));
        var box = await _house.Store.Read((db, token) => db.Set<Absence>().Select(a => a.Box).SingleAsync(token), default);
        Assert.That(Encoding.UTF8.GetString(box), Does.Not.Contain("genou"));
    }

    [Test]
    public async Task Absences_and_approvals_are_the_practices_own()
    {
        var absence = await _claire.Post("absences", new EnterAbsence(Martin, Thursday, Thursday.AddDays(1), "congé"));
        var approval = await _claire.Post($"appointments/{Guid.NewGuid()}/approve", new MarkAppointment(1));
        Assert.That((absence.StatusCode, approval.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
    }

    [Test]
    public async Task An_approved_request_is_booked_and_a_decided_one_is_not_decided_again()
    {
        var asked = await Ask();
        Assert.That((await _staff.Get<List<ApprovalView>>("approvals")).Select(a => a.Appointment.AppointmentId), Is.EqualTo([asked.AppointmentId]));
        var approved = await BookingClient.Read<AppointmentView>(await _staff.Post($"appointments/{asked.AppointmentId}/approve", new MarkAppointment(asked.Version)));
        Assert.That((approved.State, approved.DecideBy), Is.EqualTo((AppointmentState.Booked, (DateTimeOffset?)null)));
        var again = await _staff.Post($"appointments/{asked.AppointmentId}/refuse", new MarkAppointment(approved.Version));
        Assert.That(await again.ProblemCode(), Is.EqualTo(BookingProblems.WrongState));
        Assert.That(await _staff.Get<List<ApprovalView>>("approvals"), Is.Empty);
    }

    [Test]
    public async Task What_waits_for_a_decision_is_shown_to_the_practice_alone()
    {
        await Ask();
        Assert.That((await _claire.Http.GetAsync($"{_claire.Root}/approvals")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_request_locks_its_slot_until_its_time_runs_out()
    {
        var asked = await Ask();
        var settling = _house.Node.Services.GetRequiredService<SettleCalendars>();
        var nadia = await _house.Takes();
        Assert.That((await nadia.Hold(Slot(asked), Visit)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "locked while it waits");
        _house.Time.Advance(TimeSpan.FromMinutes(119));
        await settling.Pass(default);
        Assert.That((await nadia.Hold(Slot(asked), Visit)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "a minute is left");
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await settling.Pass(default);
        var agenda = await _claire.Get<AgendaView>("agenda?from=2026-11-26");
        Assert.That(agenda.Entries, Is.Empty, "nobody decided, so it was refused");
        await BookingClient.Read<HeldSlot>(await nadia.Hold(Slot(asked), Visit));
    }

    [Test]
    public async Task Arrived_seen_and_not_come_are_noted_on_the_day_and_corrected()
    {
        var slot = (await _claire.Slots(Visit, Martin))[0];
        var booked = await BookingClient.Read<AppointmentView>(await _claire.Book(slot, Visit, _house.Patient));
        Assert.That(await (await Mark(booked, "no-show")).ProblemCode(), Is.EqualTo(BookingProblems.WrongState), "it has not begun");
        var arrived = await BookingClient.Read<AppointmentView>(await Mark(booked, "arrive"));
        _house.Time.Advance(TimeSpan.FromHours(1));
        var missed = await BookingClient.Read<AppointmentView>(await Mark(arrived, "no-show"));
        var seen = await BookingClient.Read<AppointmentView>(await Mark(missed, "fulfil"));
        Assert.That((arrived.State, missed.State, seen.State), Is.EqualTo((AppointmentState.Arrived, AppointmentState.NoShow, AppointmentState.Fulfilled)));
        Assert.That(await (await Mark(arrived, "fulfil")).ProblemCode(), Is.EqualTo(BookingProblems.Outdated));
        var late = await _claire.Post($"appointments/{seen.AppointmentId}/cancel", new CancelAppointment(_claire.Call, seen.Version, null));
        Assert.That(await late.ProblemCode(), Is.EqualTo(BookingProblems.WrongState));
    }

    [Test]
    public async Task A_soft_rule_wants_a_reason_in_writing_which_is_kept_sealed()
    {
        var slots = await _claire.Slots("renouvellement", Martin);
        await BookingClient.Read<AppointmentView>(await _claire.Book(slots[0], "renouvellement", _house.Patient));
        var second = _claire.Form(slots[6], "renouvellement", _house.Patient);
        Assert.That(await (await _claire.Post("appointments", second)).ProblemCode(), Is.EqualTo(BookingProblems.ReasonNeeded), "twenty-one days apart");
        var booked = await BookingClient.Read<AppointmentView>(await _claire.Post("appointments", second with { Justification = "boîte perdue" }));
        var history = await _claire.Get<AppointmentHistory>($"appointments/{booked.AppointmentId}/history");
        Assert.That(history.Events.Single().Rules, Is.EqualTo(["Spacing"]));
        var box = await _house.Store.Read((db, token) => db.Set<Appointment>().Where(a => a.Box != null).Select(a => a.Box).SingleAsync(token), default);
        Assert.That(Encoding.UTF8.GetString(box!), Does.Not.Contain("perdue"));
    }

    private async Task<AppointmentView> Ask()
    {
        var slot = (await _claire.Slots(Minor, Martin, "&from=2026-11-26&days=1"))[0];
        Assert.That((slot.Asks, slot.Resources), Is.EqualTo(((SlotAsks?)SlotAsks.Approval, new[] { "Salle de soins" })));
        var asked = await BookingClient.Read<AppointmentView>(await _claire.Book(slot, Minor, _house.Patient));
        Assert.That((asked.State, asked.DecideBy), Is.EqualTo((AppointmentState.Pending, (DateTimeOffset?)_house.Time.GetUtcNow().AddHours(2))));
        return asked;
    }

    private Task<HttpResponseMessage> Mark(AppointmentView appointment, string what) =>
        _claire.Post($"appointments/{appointment.AppointmentId}/{what}", new MarkAppointment(appointment.Version));

    private static SlotView Slot(AppointmentView appointment) => new(appointment.PractitionerId, appointment.PractitionerName, appointment.Start, appointment.End);
}
