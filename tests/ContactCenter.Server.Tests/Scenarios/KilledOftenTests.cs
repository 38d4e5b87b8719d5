using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>The server is killed again and again while people book and call.</summary>
[CancelAfter(3_600_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KilledOftenTests
{
    private const int Bookers = 8;
    private const int Callers = 4;
    private static readonly int Kills = RaceHouse.IsNightly ? 100 : 10;

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
        var day = await BusyDay.Begin(floor);
        using var over = new CancellationTokenSource();
        var agents = new[] { await floor.SignIn("claire"), await floor.SignIn("nadia") };
        var serving = agents.Select(a => a.Serves(over.Token)).ToList();
        Task[] busy =
        [
            .. Enumerable.Range(0, Bookers).Select(n => day.Books(new Random(seed + n), over.Token)),
            .. Enumerable.Range(0, Callers).Select(n => day.Calls(n, new Random(seed + n), over.Token)),
        ];

        for (var kill = 0; kill < Kills; kill++)
        {
            // Not before the server that has just started got to work again: a fresh one needs a while on a busy machine.
            var before = day.Answers;
            await Floor.Eventually(() => day.Answers > before + Bookers && (kill % 2 == 0 || agents.Any(a => a.View.Call is { Phase: CallPhase.Talking })), "work under way", 120);
            await Task.Delay(chance.Next(200, 3_000));
            await floor.KillProcess();
            await floor.StartProcess();
        }

        await over.CancelAsync();
        await Task.WhenAll([.. busy, .. serving]);
        TestContext.Out.WriteLine($"{day.Answers} answers, {day.Unanswered} requests without one; {day.CallsMade} calls");
        Assert.That(day.Unanswered, Is.GreaterThan(0), "no request was under way at any kill: nothing proved");
        await day.BookingsAreThoseTold(atLeast: Kills + 1);
        if (engine == DatabaseEngine.Sqlite)
            Assert.That(await floor.Store.Read((db, token) => db.Database.SqlQuery<string>($"PRAGMA integrity_check").ToListAsync(token), default), Is.EqualTo(["ok"]));
        using var closing = new CancellationTokenSource();
        var finishing = agents.Select(a => a.Serves(closing.Token)).ToList();
        await day.CallsAreSettled();
        await closing.CancelAsync();
        await Task.WhenAll(finishing);
    }
}
