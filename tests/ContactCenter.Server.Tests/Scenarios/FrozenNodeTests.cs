using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// One of two servers stands still in the midst of its work (SIGSTOP), with locks, claims and a call in its hands, and later goes on as if nothing had been
/// (SIGCONT). The other server goes on without it, and what the first still wants to do is refused.
/// </summary>
[FloorOn(DatabaseEngine.PostgreSql)]
[CancelAfter(3_600_000)]
internal sealed class FrozenNodeTests
{
    private const int Bookers = 8;

    // Twice what PostgreSQL is told: 5 s for a wait, 5 s for a transaction in which nothing happens.
    private const int HeldForSeconds = 20;
    private static readonly int Rounds = RaceHouse.IsNightly ? 50 : 2;

    [Test]
    public async Task A_server_that_stood_still_neither_holds_the_other_up_nor_does_anything_twice()
    {
        var seed = RaceHouse.Seed("frozen");
        var chance = new Random(seed);
        using var scripts = AlwaysOpen.Scripts();
        await using var floor = await Floor.OpenInItsOwnProcess(
            ("Scripts:Root", scripts.Root), ("Routing:Lease", "6"), ("Routing:AgentBackWithin", "3"), ("Routing:FallbackRing", "1"), ("Routing:WrapUp", "1"), ("Routing:AskAgainAfter", "1"));
        var freezing = await floor.AddProcess();
        var day = await BusyDay.Begin(floor, floor.Address, freezing);
        using var over = new CancellationTokenSource();
        Task[] busy = [.. Enumerable.Range(0, Bookers).Select(n => day.Books(new Random(seed + n), over.Token))];
        var claire = await floor.SignInAt(freezing, "claire", ready: false);
        var nadia = await floor.SignIn("nadia", ready: false);
        for (var round = 0; round < Rounds; round++)
            await Round(floor, freezing, claire, nadia, $"+336123458{round:00}", chance);
        await NothingIsHeldForLong(floor, freezing);
        await over.CancelAsync();
        await Task.WhenAll(busy);
        TestContext.Out.WriteLine($"{day.Answers} answers, {day.Unanswered} requests without one");
        Assert.That(day.Refusals.Where(r => !r.IsClear).Distinct(), Is.Empty);
        await day.BookingsAreThoseTold(atLeast: Rounds);
        Assert.That(floor.Simulator.Board.Faults, Is.Empty);
    }

    /// <summary>She accepts at the server that stands still a moment later; her colleague at the other one serves the caller to the end.</summary>
    private static async Task Round(Floor floor, string freezing, Secretary claire, Secretary nadia, string number, Random chance)
    {
        await claire.GetReady();
        var patient = await floor.PatientWantsAppointment(number);
        await claire.IsOffered();
        claire.JoinsByItself = false;
        var accepting = claire.Accept();
        await Task.Delay(chance.Next(0, 60));
        floor.Freeze(freezing);
        try
        {
            await nadia.GetReady();
            await nadia.IsOffered(60);
            await nadia.Answers();
            await patient.IsTogether();
        }
        finally
        {
            claire.JoinsByItself = true;
            floor.Thaw(freezing);
        }

        await accepting.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(30));
        // Whatever it still had in hand is done or refused by now.
        await Task.Delay(TimeSpan.FromSeconds(2));
        var leg = patient.Leg!;
        Assert.That(leg.IsOver, Is.False, "nobody tore her away");
        var talk = floor.Simulator.Truth.Of(leg.Sid).Segments.Where(s => s.Kind == TrueSegmentKind.Talk).ToList();
        Assert.That(talk, Has.Count.EqualTo(1), () => $"one conversation, undisturbed: {string.Join(", ", talk)}");
        Assert.That(nadia.View.Call?.Phase, Is.EqualTo(CallPhase.Talking));
        await claire.IsConnectedAgain();
        await claire.Sees(v => v.Call is null && v.Offer is null, "neither call nor offer", 30);
        Assert.That(AgentsWith(floor, leg.Sid), Has.Count.EqualTo(1), "one agent is with her");
        patient.HangUp();
        await nadia.WrapsUp();
        await nadia.GoesAway();
        await claire.GoesAway();
        await IsSettled(floor, leg.Sid);
    }

    /// <summary>It stands still within a transaction: the rows that it holds are given to the others long before it goes on.</summary>
    private static async Task NothingIsHeldForLong(Floor floor, string freezing)
    {
        for (var attempt = 0; ; attempt++)
        {
            floor.Freeze(freezing);
            if (await Held(floor) > 0)
                break;
            floor.Thaw(freezing);
            Assert.That(attempt, Is.LessThan(50), "it never stood still within a transaction: nothing proved");
            await Task.Delay(100);
        }

        await Floor.Eventually(() => Held(floor).GetAwaiter().GetResult() == 0, "an end of the transactions of a server that stands still", HeldForSeconds);
        floor.Thaw(freezing);
    }

    private static async Task<long> Held(Floor floor)
    {
        await Task.Delay(500);
        await using var connection = new Npgsql.NpgsqlConnection(floor.ConnectionString);
        await connection.OpenAsync();
        await using var asked = new Npgsql.NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND state_change < clock_timestamp() - interval '400 ms'", connection);
        return (long)(await asked.ExecuteScalarAsync())!;
    }

    private static List<string> AgentsWith(Floor floor, string leg)
    {
        var events = floor.Simulator.Truth.Events;
        var room = events.Last(e => e.Leg == leg && e.What == "joined").Room;
        var inside = new HashSet<string>();
        foreach (var happened in events.Where(e => e.Room == room && e.Leg != leg))
        {
            if (happened.What == "joined")
                inside.Add(happened.Leg);
            else if (happened.What == "left")
                inside.Remove(happened.Leg);
        }
        return [.. inside];
    }

    private static async Task IsSettled(Floor floor, string leg)
    {
        await Floor.Eventually(() => Settled().GetAwaiter().GetResult(), "a call that is over, measured as it was, and nothing left to do", 60);

        Task<bool> Settled() => floor.Store.Read(
            async (db, token) =>
            {
                var call = await db.Set<CallRecord>().SingleAsync(c => c.CallerLeg == leg, token);
                var metered = await db.Set<MeteredCall>().SingleOrDefaultAsync(m => m.CallId == call.Id, token);
                return call.State == CallState.Closed && metered?.TalkSeconds == floor.Simulator.Truth.TalkSeconds(leg)
                    && !await db.Set<Offer>().AnyAsync(o => o.State == OfferState.Pending, token) && !await db.Set<PendingEffect>().AnyAsync(e => e.CallId == call.Id, token);
            },
            default);
    }
}
