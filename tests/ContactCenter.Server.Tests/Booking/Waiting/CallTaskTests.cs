using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using CallState = ContactCenter.Domain.Calls.CallState;

namespace ContactCenter.Server.Tests.Booking.Waiting;

/// <summary>Tasks in agents' hands: recalls, re-planning, refusals of the practice, and what becomes of tasks that nobody finishes.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(600_000)]
internal sealed class CallTaskTests(DatabaseEngine engine)
{
    private WaitingHouse _house = null!;

    [SetUp]
    public async Task Open() => _house = await WaitingHouse.Open(engine);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task A_recall_comes_due_is_booked_within_its_window_and_closed()
    {
        var patient = await _house.Patient("Bernard");
        var recall = await BookingClient.Read<RecallView>(
            await _house.Staff.Post("recalls", new EnterRecall(null, patient, null, WaitingHouse.Visit, WaitingHouse.Martin, 1, 14)));
        Assert.That((recall.On, recall.From, recall.Until), Is.EqualTo((new DateOnly(2026, 12, 23), new DateOnly(2026, 12, 9), new DateOnly(2027, 1, 6))));
        await _house.After(TimeSpan.FromSeconds(1));
        var lea = await _house.Idle("lea");
        var task = (await WaitingHouse.Take(lea))!;
        Assert.That((task.Kind, task.PatientId), Is.EqualTo((CallTaskReason.Recall, patient)));
        Assert.That(task.Proposed.Select(s => DateOnly.FromDateTime(s.Start.DateTime)), Is.All.InRange(recall.From, recall.Until));
        var settled = await BookingClient.Read<CallTaskSettled>(await WaitingHouse.Settle(lea, task, TaskOutcome.Accepted, task.Proposed[1]));
        Assert.That(settled.Appointment!.Start, Is.EqualTo(task.Proposed[1].Start));
        Assert.That((await _house.Staff.Get<List<RecallView>>("recalls?all=true")).Single().State, Is.EqualTo(RecallState.Booked));
    }

    [Test]
    public async Task A_recall_is_closed_by_any_booking_in_its_window_and_opens_again_with_its_cancellation()
    {
        await BookingClient.Read<RecallView>(await _house.Staff.Post("recalls", new EnterRecall(null, _house.House.Patient, null, WaitingHouse.Visit, null, 0, 7)));
        await _house.After(TimeSpan.FromSeconds(1));
        var (_, appointment) = await _house.Booked();
        await _house.After(TimeSpan.FromSeconds(1));
        Assert.That((await _house.Staff.Get<List<RecallView>>("recalls?all=true")).Single().AppointmentStart, Is.EqualTo(appointment.Start));
        Assert.That(await WaitingHouse.Take(await _house.Idle("lea")), Is.Null);
        await _house.Cancel(appointment);
        await _house.After(TimeSpan.FromSeconds(1));
        Assert.That((await _house.Staff.Get<List<RecallView>>("recalls")).Single().State, Is.EqualTo(RecallState.Due));
    }

    [Test]
    public async Task A_request_that_the_practice_refuses_is_told_to_the_patient()
    {
        var (_, pending) = await _house.Booked(reason: "petite-intervention");
        await BookingClient.Read<AppointmentView>(await _house.Staff.Post($"appointments/{pending.AppointmentId}/refuse", new MarkAppointment(pending.Version, "pas le matériel")));
        var lea = await _house.Idle("lea");
        var task = (await WaitingHouse.Take(lea))!;
        Assert.That((task.Kind, task.PatientId, task.Note), Is.EqualTo((CallTaskReason.TellRefusal, _house.House.Patient, "pas le matériel")));
        await BookingClient.Read<CallTaskSettled>(await WaitingHouse.Settle(lea, task, TaskOutcome.Told));
        Assert.That(await WaitingHouse.Take(lea), Is.Null);
    }

    [Test]
    public async Task A_request_that_the_practice_does_not_decide_is_told_to_the_patient()
    {
        await _house.Booked(reason: "petite-intervention");
        _house.House.Time.Advance(TimeSpan.FromHours(2.1));
        await _house.House.Node.Services.GetRequiredService<SettleCalendars>().Pass(default);
        Assert.That((await WaitingHouse.Take(await _house.Idle("lea")))!.Kind, Is.EqualTo(CallTaskReason.TellRefusal));
    }

    [Test]
    public async Task The_patients_of_an_absence_are_rung_in_order_moved_and_counted()
    {
        var (_, first) = await _house.Booked(2);
        var (_, second) = await _house.Booked(5);
        var absence = await BookingClient.Read<AbsenceView>(
            await _house.Staff.Post("absences", new EnterAbsence(WaitingHouse.Martin, new DateTime(2026, 11, 26), new DateTime(2026, 11, 27), "malade")));
        var replan = await BookingClient.Read<ReplanView>(await _house.Staff.Post($"absences/{absence.AbsenceId}/replan", new { }));
        Assert.That((replan.Total, replan.Reached, replan.Moved), Is.EqualTo((2, 0, 0)));
        Assert.That(replan.Items.Select(i => i.AppointmentId), Is.EqualTo([first.AppointmentId, second.AppointmentId]));
        Assert.That(replan.Items.Select(i => i.Proposed[0].Start), Is.Unique, "one slot is proposed to one patient");
        var lea = await _house.Idle("lea");
        var task = (await WaitingHouse.Take(lea))!;
        Assert.That((task.Kind, task.Appointment!.AppointmentId), Is.EqualTo((CallTaskReason.Replan, first.AppointmentId)));
        var moved = await BookingClient.Read<CallTaskSettled>(await WaitingHouse.Settle(lea, task, TaskOutcome.Accepted, task.Proposed[0]));
        Assert.That(moved.Appointment!.Start, Is.EqualTo(task.Proposed[0].Start));
        task = (await WaitingHouse.Take(lea))!;
        await BookingClient.Read<CallTaskSettled>(await WaitingHouse.Settle(lea, task, TaskOutcome.CalledOff));
        await _house.After(TimeSpan.FromSeconds(1));
        replan = (await _house.Staff.Get<List<ReplanView>>("replans")).Single();
        Assert.That((replan.Total, replan.Reached, replan.Moved, replan.CalledOff), Is.EqualTo((2, 2, 1, 1)));
        Assert.That(await WaitingHouse.Take(lea), Is.Null);
    }

    [Test]
    public async Task An_absence_that_is_taken_back_ends_its_calls()
    {
        await _house.Booked();
        var absence = await BookingClient.Read<AbsenceView>(
            await _house.Staff.Post("absences", new EnterAbsence(WaitingHouse.Martin, new DateTime(2026, 11, 26), new DateTime(2026, 11, 27), "malade")));
        await BookingClient.Read<ReplanView>(await _house.Staff.Post($"absences/{absence.AbsenceId}/replan", new { }));
        await BookingClient.Read<AbsenceView>(await _house.Staff.Delete($"absences/{absence.AbsenceId}"));
        await _house.After(TimeSpan.FromSeconds(1));
        Assert.That(await WaitingHouse.Take(await _house.Idle("lea")), Is.Null);
    }

    [Test]
    public async Task Who_is_not_reached_is_tried_again_hours_later_and_in_the_end_the_practice_is_told()
    {
        var patient = await _house.Patient("Bernard");
        await BookingClient.Read<RecallView>(await _house.Staff.Post("recalls", new EnterRecall(null, patient, null, WaitingHouse.Visit, null, 0, 7)));
        await _house.After(TimeSpan.FromSeconds(1));
        var lea = await _house.Idle("lea");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var task = (await WaitingHouse.Take(lea))!;
            Assert.That(task.Attempts, Is.EqualTo(attempt - 1));
            var settled = await BookingClient.Read<CallTaskSettled>(await WaitingHouse.Settle(lea, task, TaskOutcome.NotReached));
            Assert.That((settled.GivenUp, settled.AgainAt is null), Is.EqualTo((attempt == 3, attempt == 3)));
            Assert.That(await WaitingHouse.Take(lea), Is.Null, "not at once");
            await _house.After(TimeSpan.FromMinutes(121));
        }

        var message = (await _house.Staff.Get<List<MessageView>>("messages")).Single();
        Assert.That((message.PatientId, message.CallBackNumber), Is.EqualTo(((Guid?)patient, "+33612345678")));
        Assert.That((await _house.Staff.Get<List<RecallView>>("recalls?all=true")).Single().State, Is.EqualTo(RecallState.Unreached));
    }

    [Test]
    public async Task A_task_goes_back_when_its_agent_goes_away_and_callers_come_first()
    {
        await BookingClient.Read<RecallView>(await _house.Staff.Post("recalls", new EnterRecall(null, _house.House.Patient, null, WaitingHouse.Visit, null, 0, 7)));
        await _house.After(TimeSpan.FromSeconds(1));
        var (lea, zoe) = (await _house.Idle("lea"), await _house.Idle("zoe"));
        var task = (await WaitingHouse.Take(lea))!;
        Assert.That(await WaitingHouse.Take(zoe), Is.Null);
        var holder = (await _house.All(db => db.Set<CallTask>())).Single().HeldBy!.Value;
        await _house.House.Store.Write(
            (db, token) => db.Set<AgentPresence>().Where(p => p.AgentId == holder).ExecuteUpdateAsync(set => set.SetProperty(p => p.Presence, Presence.Away), token), default);
        await _house.After(TimeSpan.FromSeconds(1));
        Assert.That((await WaitingHouse.Settle(lea, task, TaskOutcome.NotReached)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        await _house.House.Store.Write(
            (db, token) => db.Set<CallRecord>().ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CallState.Queued), token), default);
        Assert.That(await (await zoe.Http.PostAsync("/api/call-tasks/take", null)).ProblemCode(), Is.EqualTo(CallTaskProblems.CallsWait));
        await _house.House.Store.Write(
            (db, token) => db.Set<CallRecord>().ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CallState.Talking), token), default);
        Assert.That((await WaitingHouse.Take(zoe))!.TaskId, Is.EqualTo(task.TaskId));
    }

    [Test]
    public async Task Where_the_house_does_not_ring_the_number_is_dialled_by_hand()
    {
        await BookingClient.Read<RecallView>(await _house.Staff.Post("recalls", new EnterRecall(null, await _house.Patient("Bernard"), null, WaitingHouse.Visit, null, 0, 7)));
        await _house.After(TimeSpan.FromSeconds(1));
        var lea = await _house.Idle("lea");
        var task = (await WaitingHouse.Take(lea))!;
        Assert.That(task.CanDial, Is.False);
        Assert.That(await (await lea.Post($"call-tasks/{task.TaskId}/dial", new DialPatient())).ProblemCode(), Is.EqualTo(CallTaskProblems.CannotDial));
    }
}
