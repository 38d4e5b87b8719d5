using System.Collections.Concurrent;
using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// The server is killed again and again while people book and call. Whoever got no answer asks again under the same key, as the console does: every
/// booking answered stands, none stands that was not, an answer stays the same to the byte, and no call or offer is stuck.
/// </summary>
[CancelAfter(3_600_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KilledOftenTests
{
    private const int Bookers = 8;
    private const int Callers = 4;
    private static readonly int Kills = RaceHouse.IsNightly ? 100 : 10;

    private readonly ConcurrentBag<Told> _told = [];
    private readonly ConcurrentBag<ScriptedPhone> _phones = [];
    private int _unanswered;

    [TearDown]
    public void BackToSqlite() => Floor.Engine = DatabaseEngine.Sqlite;

    [Test]
    public async Task Nothing_that_was_answered_is_lost_and_nothing_is_stuck([Values(DatabaseEngine.Sqlite, DatabaseEngine.PostgreSql)] DatabaseEngine engine)
    {
        Floor.Engine = engine;
        var seed = RaceHouse.Seed("kills");
        var chance = new Random(seed);
        using var scripts = AlwaysOpen.Scripts();
        await using var floor = await Floor.OpenInItsOwnProcess(("Scripts:Root", scripts.Root));
        var staff = new BookingClient(await floor.SignInOverHttp("cabinet"), DemoPractice.Id, null);
        var created = await staff.Post("patients", new SavePatient("Durand", "Amélie", null, new DateOnly(1980, 5, 4), [], null, null, []));
        var patient = (await BookingClient.Read<PatientView>(created)).PatientId;
        var slots = (await staff.Slots("consultation", "dr-martin")).ToList();
        using var over = new CancellationTokenSource();
        var agents = new[] { await floor.SignIn("claire"), await floor.SignIn("nadia") };
        var serving = agents.Select(a => a.Serves(over.Token)).ToList();
        Task[] busy =
        [
            .. Enumerable.Range(0, Bookers).Select(n => Books(staff, slots, patient, new Random(seed + n), over.Token)),
            .. Enumerable.Range(0, Callers).Select(n => Calls(floor, n, new Random(seed + n), over.Token)),
        ];

        for (var kill = 0; kill < Kills; kill++)
        {
            // Not before the server that has just started got to work again: a fresh one needs a while on a busy machine.
            var before = _told.Count;
            await Floor.Eventually(() => _told.Count > before + Bookers && (kill % 2 == 0 || agents.Any(a => a.View.Call is { Phase: CallPhase.Talking })), "work under way", 120);
            await Task.Delay(chance.Next(200, 3_000));
            await floor.KillProcess();
            await floor.StartProcess();
        }

        await over.CancelAsync();
        await Task.WhenAll([.. busy, .. serving]);
        TestContext.Out.WriteLine($"{_told.Count} answers, {_unanswered} requests without one; {_phones.Count} calls");
        Assert.That(_unanswered, Is.GreaterThan(0), "no request was under way at any kill: nothing proved");
        await BookingsAreThoseTold(floor, staff);
        if (engine == DatabaseEngine.Sqlite)
            Assert.That(await floor.Store.Read((db, token) => db.Database.SqlQuery<string>($"PRAGMA integrity_check").ToListAsync(token), default), Is.EqualTo(["ok"]));
        using var closing = new CancellationTokenSource();
        var finishing = agents.Select(a => a.Serves(closing.Token)).ToList();
        await CallsAreSettled(floor);
        await closing.CancelAsync();
        await Task.WhenAll(finishing);
    }

    /// <summary>Books, and gives one in three back, as fast as answers come.</summary>
    private async Task Books(BookingClient staff, List<SlotView> slots, Guid patient, Random chance, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var booked = await Ask(staff, "appointments", staff.Form(slots[chance.Next(slots.Count)], "consultation", patient) with { Justification = "test" });
            if (booked.Status != HttpStatusCode.Created || chance.Next(3) > 0)
                continue;
            var id = booked.View.AppointmentId;
            var cancelled = await Ask(staff, $"appointments/{id}/cancel", new CancelAppointment(null, booked.View.Version, null));
            Assert.That(cancelled.Status, Is.EqualTo(HttpStatusCode.OK), cancelled.Answer);
        }
    }

    /// <summary>Asks until there is an answer, always under the same key.</summary>
    private async Task<Told> Ask(BookingClient staff, string path, object body)
    {
        var key = Guid.NewGuid();
        while (true)
        {
            try
            {
                var answer = await staff.Post(path, body, key);
                if ((int)answer.StatusCode < 500)
                {
                    var told = new Told(path, body, key, answer.StatusCode, await answer.Content.ReadAsStringAsync());
                    _told.Add(told);
                    return told;
                }
            }
            catch (HttpRequestException)
            {
            }

            Interlocked.Increment(ref _unanswered);
            await Task.Delay(50);
        }
    }

    private async Task Calls(Floor floor, int number, Random chance, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var phone = floor.Simulator.Dial($"+3361234580{number}", Floor.Line);
            _phones.Add(phone);
            try
            {
                await phone.Hears("tapez 1", TimeSpan.FromSeconds(8));
                phone.Press("1");
                await phone.IsTogether(TimeSpan.FromSeconds(15));
                await Task.Delay(chance.Next(500, 4_000), CancellationToken.None);
            }
            catch (TimeoutException)
            {
                // Nobody answered her call: the server was dead just then.
            }

            if (phone.Leg is { IsOver: false })
                phone.HangUp();
            await Task.Delay(chance.Next(100, 500), CancellationToken.None);
        }
    }

    private async Task BookingsAreThoseTold(Floor floor, BookingClient staff)
    {
        var booked = _told.Where(t => t.Status == HttpStatusCode.Created).Select(t => t.View.AppointmentId).ToList();
        var cancelled = _told.Where(t => t.Path != "appointments").Select(t => t.View.AppointmentId).ToHashSet();
        Assert.That(booked, Has.Count.GreaterThan(Kills), "too little was booked for this to mean anything");
        var rows = (await RaceHouse.IsSound(floor.Store)).ToDictionary(a => a.Id.Value, a => a.State);
        Assert.That(rows.Keys, Is.EquivalentTo(booked), "each booking told stands, and no other");
        foreach (var id in booked)
            Assert.That(rows[id] == Domain.Booking.AppointmentState.Cancelled, Is.EqualTo(cancelled.Contains(id)));
        foreach (var told in _told)
        {
            var again = await staff.Post(told.Path, told.Body, told.Key);
            Assert.That((again.StatusCode, await again.Content.ReadAsStringAsync()), Is.EqualTo((told.Status, told.Answer)));
        }
    }

    /// <summary>Every call comes to its end, what it talked is what physically happened, and no offer stays open. The vendor is asked at once instead of in minutes.</summary>
    private async Task CallsAreSettled(Floor floor)
    {
        await Floor.Eventually(() => Open().GetAwaiter().GetResult().Count == 0, "every call's end", 120);
        // The offer of a call that is over is closed by the next pass of routing, within a second on a machine that is not pressed.
        await Floor.Eventually(() => Pending().GetAwaiter().GetResult() == 0, "every offer's end", 60);
        await Floor.Eventually(() => Wrong().GetAwaiter().GetResult().Count == 0, "the seconds that were talked: " + string.Join(", ", await Wrong()), 60);
        Assert.That(_phones.Count(p => p.Leg is { } leg && floor.Simulator.Truth.TalkSeconds(leg.Sid) > 0), Is.GreaterThan(0), "nobody talked");

        Task<int> Pending() => floor.Store.Read((db, token) => db.Set<Offer>().CountAsync(o => o.State == OfferState.Pending, token), default);

        async Task<List<CallState>> Open()
        {
            await floor.AskVendorNow();
            return await floor.Store.Read((db, token) => db.Set<CallRecord>().Where(c => c.State != CallState.Closed).Select(c => c.State).ToListAsync(token), default);
        }

        async Task<List<string>> Wrong()
        {
            var metered = await floor.Store.Read(
                (db, token) => (from call in db.Set<CallRecord>() join usage in db.Set<MeteredCall>() on call.Id equals usage.CallId select new { call.CallerLeg, usage.TalkSeconds })
                    .ToListAsync(token), default);
            return [.. metered.Where(m => m.TalkSeconds != floor.Simulator.Truth.TalkSeconds(m.CallerLeg))
                .Select(m => $"{m.CallerLeg}: {m.TalkSeconds} s, truth {floor.Simulator.Truth.TalkSeconds(m.CallerLeg)} s")];
        }
    }

    /// <summary>What was asked under a key, and the answer.</summary>
    private sealed record Told(string Path, object Body, Guid Key, HttpStatusCode Status, string Answer)
    {
        public AppointmentView View => System.Text.Json.JsonSerializer.Deserialize<AppointmentView>(Answer, TestJson.Options)!;
    }
}
