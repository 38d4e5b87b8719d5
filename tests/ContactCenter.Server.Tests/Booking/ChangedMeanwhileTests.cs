using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What others did while somebody looked: who comes too late hears what, by whom and when, and a hold's end is on the screen.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class ChangedMeanwhileTests(DatabaseEngine engine)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

    private BookingHouse _house = null!;
    private BookingClient _claire = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await RaceHouse.Open(engine);
        // The call that came last is the one in her hands.
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        _claire = await _house.Takes();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Who_comes_too_late_hears_what_was_done_by_whom_and_when()
    {
        var martin = await _house.Staff();
        var seen = await Booked();
        _house.Time.Advance(TimeSpan.FromMinutes(41));
        var moved = await BookingClient.Read<AppointmentView>(await martin.Post($"appointments/{seen.AppointmentId}/move", new MoveAppointment(null, null, "p2", Tuesday.AddHours(1), seen.Version)));
        var late = await _claire.Post($"appointments/{seen.AppointmentId}/move", new MoveAppointment(_claire.Call, null, "p3", Tuesday, seen.Version));
        var problem = await late.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(problem.GetProperty("detail").GetString(),
            Is.EqualTo("Ce rendez-vous a changé entre-temps : déplacé par martin le 23 novembre à 09:42, désormais le 24 novembre à 09:00 avec Dr p2."));
        Assert.That(problem.GetProperty(BookingProblems.ChangesField).Deserialize<List<AppointmentEventView>>(TestJson.Options)!.Select(e => (e.What, e.By)), Is.EqualTo([("MovedIn", "martin")]));
        var current = problem.GetProperty(BookingProblems.CurrentField).Deserialize<AppointmentView>(TestJson.Options)!;
        Assert.That((current.Version, current.Start), Is.EqualTo((moved.Version, moved.Start)));
        var again = await _claire.Post($"appointments/{seen.AppointmentId}/move", new MoveAppointment(_claire.Call, null, "p3", Tuesday, current.Version));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK), "what was shown is enough to go on");
    }

    [Test]
    public async Task A_cancellation_keeps_who_wished_it_and_why_and_ours_is_not_charged()
    {
        foreach (var by in Enum.GetValues<CancelledBy>())
        {
            var booked = await Booked();
            var cancelled = await BookingClient.Read<AppointmentView>(
                await _claire.Post($"appointments/{booked.AppointmentId}/cancel", new CancelAppointment(_claire.Call, booked.Version, $"raison {by}", by)));
            Assert.That((cancelled.Cancelled?.By, cancelled.Cancelled?.Why), Is.EqualTo((by, $"raison {by}")));
        }
        var ours = await _house.Store.Read((db, token) => db.Set<Appointment>().CountAsync(a => a.CancelledFor == CancelledFor.Us, token), default);
        Assert.That(ours, Is.EqualTo(1));
    }

    [Test]
    public async Task The_view_shows_the_hold_with_its_end_which_grows_with_the_heartbeat_and_its_loss()
    {
        var agent = (await _claire.Http.GetFromJsonAsync<SessionView>("/api/session", TestJson.Options))!.AccountId;
        var held = await BookingClient.Read<HeldSlot>(await _claire.Hold(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit));
        Assert.That((await Shown(agent))!.ExpiresAt, Is.EqualTo(held.ExpiresAt));
        _house.Time.Advance(TimeSpan.FromMinutes(2));
        await _house.Node.Services.GetRequiredService<Holds>().Extend([new AgentId(agent)], default);
        Assert.That((await Shown(agent))!.ExpiresAt, Is.EqualTo(held.ExpiresAt.AddMinutes(2)));
        _house.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.That(await Shown(agent), Is.Null, "nobody was heard for longer than it lasts");
    }

    private async Task<Contracts.Consoles.SlotHoldView?> Shown(Guid agent) =>
        (await _house.Node.Services.GetRequiredService<AgentViews>().For(new AgentId(agent), "fr-FR", default)).Call!.SlotHold;

    private async Task<AppointmentView> Booked() => await BookingClient.Read<AppointmentView>(await _claire.Book(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit, _house.Patient));
}
