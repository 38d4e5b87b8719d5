using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// The database can be read and not written: its disk is full, or it was set to read only. Bookings are refused and not half done, callers reach somebody,
/// and once there is room all goes on without a restart.
/// </summary>
[CancelAfter(300_000)]
internal sealed class NothingCanBeWrittenTests
{
    private const string RescueNumbers = "composez le 15 ou le 112";

    [Test]
    public async Task A_full_disk()
    {
        await using var disk = await SmallDisk.Mount();
        await using var floor = await Floor.Open(
            ("Database:Engine", "Sqlite"), ("ConnectionStrings:ContactCenter", $"Data Source={Path.Combine(disk.Folder, "contactcenter.db")}"), ("Emergency:AnswerWithin", "5"));
        await Story(floor, () => Task.Run(disk.Fill), () => Task.Run(disk.MakeRoom));
    }

    [Test]
    public async Task A_database_set_to_read_only()
    {
        await using var server = await PostgreSqlServer.Begin();
        await using var floor = await Floor.OpenOn(server, ("Emergency:AnswerWithin", "5"));
        await Story(floor, () => ReadOnly("on"), () => ReadOnly("off"));

        async Task ReadOnly(string setting)
        {
            await using var connection = new NpgsqlConnection($"{server.ConnectionString};Database=postgres;Pooling=false");
            await connection.OpenAsync();
            foreach (var sql in new[] { $"ALTER SYSTEM SET default_transaction_read_only = {setting}", "SELECT pg_reload_conf()" })
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task Story(Floor floor, Func<Task> stopWriting, Func<Task> letWrite)
    {
        await using var webhooks = new WebhookWatch(floor.Simulator);
        var staff = new BookingClient(await floor.SignInOverHttp("cabinet"), DemoPractice.Id, null);
        var patient = (await BookingClient.Read<PatientView>(await staff.Post("patients", new SavePatient("Durand", "Amélie", null, new DateOnly(1980, 5, 4), [], null, null, [])))).PatientId;
        var wish = staff.Form((await staff.Slots("consultation", "dr-martin"))[0], "consultation", patient) with { Justification = "test" };
        var before = await Appointments(floor);
        var (rescue, ownPhone) = (floor.Simulator.Put("15", ScriptedPhone.Answers()), floor.Simulator.Put("+33180000002", ScriptedPhone.Answers()));
        var inMenu = floor.Simulator.Dial("+33612345603", Floor.Line);
        await inMenu.Hears("tapez 1");

        await stopWriting();
        var key = Guid.NewGuid();
        BusyDay.Refusal? refusal = null;
        // What was free a moment ago in the log or in a transaction that had begun may still be written.
        for (var attempt = 0; attempt < 40 && refusal is null; attempt++)
        {
            var booked = await staff.Post("patients", new SavePatient("Essai", $"N{attempt}", null, new DateOnly(1980, 5, 4), [], null, new string('x', 400), []));
            if (!booked.IsSuccessStatusCode)
                refusal = await BusyDay.Refusal.Of(booked);
        }

        Assert.That(refusal, Has.Property(nameof(BusyDay.Refusal.IsClear)).True);
        Assert.That(await BusyDay.Refusal.Of(await staff.Post("appointments", wish, key)), Has.Property(nameof(BusyDay.Refusal.IsClear)).True);
        Assert.That(await Appointments(floor), Is.EqualTo(before), "nothing is half done");
        inMenu.Press("0");
        await Floor.Eventually(() => rescue.Leg is not null, "the rescue of the caller in the menu");
        await inMenu.IsTogether();
        var newcomer = floor.Simulator.Dial("+33612345604", Floor.Line);
        await newcomer.Hears(RescueNumbers);
        await newcomer.IsTogether();
        Assert.That(ownPhone.Leg, Is.Not.Null, "the practice's own line takes her");

        await letWrite();
        await Floor.Eventually(() => staff.Post("appointments", wish, key).GetAwaiter().GetResult().IsSuccessStatusCode, "the same booking, without a restart");
        Assert.That(await Appointments(floor), Is.EqualTo(before + 1));
        var next = floor.Simulator.Dial("+33612345605", Floor.Line);
        await next.Hears("tapez 1");
        foreach (var phone in new[] { inMenu, newcomer, next })
            phone.HangUp();
        Assert.That(webhooks.Documents.Where(d => d.Answer != 200).Select(d => $"{d.Url}: {d.Answer} {d.Failure}"), Is.Empty);
        Assert.That(floor.Simulator.Board.Faults, Is.Empty, "what the telephone network could not carry out");
    }

    private static Task<int> Appointments(Floor floor) => floor.Store.Read((db, token) => db.Set<Appointment>().CountAsync(token), default);
}
