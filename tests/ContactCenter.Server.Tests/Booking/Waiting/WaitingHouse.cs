using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace ContactCenter.Server.Tests.Booking.Waiting;

/// <summary>A practice whose patients wait, and secretaries without a call who ring them.</summary>
internal sealed class WaitingHouse : IAsyncDisposable
{
    public const string Visit = "consultation";
    public const string Martin = "dr-martin";

    public required BookingHouse House { get; init; }

    public required BookingClient InCall { get; init; }

    public required BookingClient Staff { get; init; }

    public static async Task<WaitingHouse> Open(DatabaseEngine engine)
    {
        var house = await BookingHouse.Open(engine);
        if (engine != DatabaseEngine.Sqlite)
            house.AddNode();
        return new WaitingHouse { House = house, InCall = await house.Takes(), Staff = await house.Staff() };
    }

    /// <summary>A secretary who is available and has no call.</summary>
    public async Task<BookingClient> Idle(string name, int node = 0)
    {
        var account = await House.Node.AddUser(name, Roles.Agent, House.Practice);
        var now = House.Time.GetUtcNow().ToInstant();
        await House.Store.Write(
            (db, _) =>
            {
                // No console beats here: she is heard of for as long as the test lasts.
                db.Add(new AgentPresence { AgentId = new AgentId(account.Id), Presence = Presence.Available, Since = now, IdleSince = now, LastHeard = now + NodaTime.Duration.FromDays(30) });
                return Task.CompletedTask;
            },
            default);
        return new BookingClient(await House.Nodes[node].SignedIn(account), House.Practice, null);
    }

    public async Task<Guid> Patient(string name, params PatientFlag[] flags) =>
        (await BookingClient.Read<PatientView>(await InCall.Post("patients", new SavePatient(name, "Camille", null, new DateOnly(1970, 1, 2), ["0612345678"], null, null, [.. flags], EvenIfSimilar: true)))).PatientId;

    public async Task<WaitlistEntryView> Waits(Guid patient, WaitlistUrgency urgency = WaitlistUrgency.Routine) =>
        await BookingClient.Read<WaitlistEntryView>(await InCall.Post("waitlist", new EnterWaitlist(InCall.Call, patient, Visit, Martin, urgency, Note: "préfère le matin")));

    /// <summary>An appointment of somebody else, on Thursday.</summary>
    public async Task<(SlotView Slot, AppointmentView Appointment)> Booked(int which = 3, string reason = Visit)
    {
        var slot = (await InCall.Slots(reason, Martin, "&from=2026-11-26&days=1"))[which];
        return (slot, await BookingClient.Read<AppointmentView>(await InCall.Book(slot, reason, House.Patient)));
    }

    public async Task Cancel(AppointmentView appointment) => await BookingClient.Read<AppointmentView>(
        await InCall.Post($"appointments/{appointment.AppointmentId}/cancel", new CancelAppointment(InCall.Call, appointment.Version, null)));

    /// <summary>Time passes, then every server looks at once.</summary>
    public async Task After(TimeSpan time)
    {
        House.Time.Advance(time);
        await Task.WhenAll(House.Nodes.Select(n => n.Services.GetRequiredService<FollowWaiting>().Pass(withLists: true, default)));
    }

    public static async Task<CallTaskView?> Take(BookingClient agent)
    {
        var answer = await agent.Http.PostAsync("/api/call-tasks/take", null);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await BookingClient.Read<CallTaskView>(answer);
    }

    public static Task<HttpResponseMessage> Settle(BookingClient agent, CallTaskView task, TaskOutcome outcome, SlotView? slot = null, bool stays = true) =>
        agent.Post($"call-tasks/{task.TaskId}/settle", new SettleCallTask(outcome, null, slot?.PractitionerId, slot?.Start, stays));

    public async Task<List<T>> All<T>(Func<ContactCenterDb, IQueryable<T>> of) =>
        await House.Store.Read(async (db, token) => await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(of(db), token), default);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
