using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>Two servers, each in a process of its own, share nothing but PostgreSQL: its key decides who gets a slot.</summary>
[FloorOn(DatabaseEngine.PostgreSql)]
[CancelAfter(600_000)]
internal sealed class TwoProcessesTests
{
    private const string Reason = "consultation";
    private static readonly int Slots = RaceHouse.IsNightly ? 100 : 8;
    private static readonly int WantingAtEach = RaceHouse.IsNightly ? 32 : 8;

    [Test]
    public async Task A_slot_wanted_at_both_goes_to_one_and_nobody_sees_a_fault()
    {
        var chance = new Random(RaceHouse.Seed("two processes"));
        using var scripts = AlwaysOpen.Scripts();
        await using var floor = await Floor.OpenInItsOwnProcess([("Scripts:Root", scripts.Root)]);
        string[] nodes = [floor.Address, await floor.AddProcess()];
        var staff = await Task.WhenAll(nodes.Select(async node => new BookingClient(await floor.SignInOverHttp("cabinet", node), DemoPractice.Id, null)));
        BookingClient[] clients = [.. Enumerable.Range(0, 2 * WantingAtEach).Select(n => staff[n % 2])];
        var created = await staff[0].Post("patients", new SavePatient("Durand", "Amélie", null, new DateOnly(1980, 5, 4), [], null, null, []));
        var patient = (await BookingClient.Read<PatientView>(created)).PatientId;
        // Half an hour apart, so that starts shifted by five minutes meet no neighbour.
        var free = (await staff[1].Slots(Reason, "dr-martin")).Where(s => s.Start.Minute % 30 == 0).DistinctBy(s => s.Start).Take(Slots + 2).ToList();
        Assert.That(free, Has.Count.EqualTo(Slots + 2), "the calendar is long enough");

        foreach (var slot in free.Take(Slots))
        {
            var won = await BookingClient.Read<AppointmentView>(await RaceHouse.OneOf(clients.Select(c => c.Post("appointments", Wish(c, slot, 5 * chance.Next(3))))));
            if (chance.Next(2) == 0)
                continue;
            // Given back at one process, it is won again at either.
            await BookingClient.Read<AppointmentView>(await staff[0].Post($"appointments/{won.AppointmentId}/cancel", new CancelAppointment(null, won.Version, null)));
            await RaceHouse.OneOf(clients.Select(c => c.Post("appointments", Wish(c, slot, 0))));
        }

        var (here, target) = (free[Slots], free[Slots + 1]);
        var moved = await BookingClient.Read<AppointmentView>(await staff[0].Post("appointments", Wish(staff[0], here, 0)));
        await RaceHouse.OneOf(
            clients.Select(c => c.Post($"appointments/{moved.AppointmentId}/move", new MoveAppointment(null, null, target.PractitionerId, target.Start, moved.Version, "test"))),
            HttpStatusCode.OK);
        await RaceHouse.IsSound(floor.Store);

        BookAppointment Wish(BookingClient client, SlotView slot, int later) =>
            client.Form(slot, Reason, patient) with { Start = slot.Start.AddMinutes(later), Justification = "test" };
    }
}
