using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Voice;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks;

/// <summary>
/// So many callers at a time for so many minutes or calls, on a network that repeats, reorders, delays, loses, withholds and forges notices. At the end each
/// call's talk seconds are compared with what physically happened, and once more after the month was invoiced and the withheld notices came: the exit code
/// counts calls lost, calls measured wrong, forged notices let through and what an invoice changed of itself.
/// </summary>
internal static class FloorBenchmark
{
    public static async Task<int> Run(string[] options)
    {
        var atOnce = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 300;
        var minutes = options.Length > 1 ? double.Parse(options[1], CultureInfo.InvariantCulture) : 10;
        var seed = options.Length > 2 ? int.Parse(options[2], CultureInfo.InvariantCulture) : 1;
        var calls = options.Length > 3 ? int.Parse(options[3], CultureInfo.InvariantCulture) : int.MaxValue;
        var withheld = options.Length > 4 ? int.Parse(options[4], CultureInfo.InvariantCulture) : 2;
        Console.WriteLine($"{atOnce} callers at a time for {minutes} minutes{(calls < int.MaxValue ? $" or {calls} calls" : "")}, seed {seed}");
        var folder = Directory.CreateTempSubdirectory("contactcenter-floor-").FullName;
        var time = new MovableTime(BenchServer.OpenHours);
        var port = BenchServer.FreePort();
        await using var simulator = await Simulator.Start(new SimulatorOptions
        {
            Port = BenchServer.FreePort(), Time = time, AuthToken = BenchServer.Token, AppVoiceUrl = $"http://127.0.0.1:{port}/twilio/voice/client", CharactersPerSecond = 60,
            Chaos = new ChaosOptions
            {
                Seed = seed, DuplicatePercent = 20, MostCopies = 5, ReorderPercent = 20, DelayPercent = 5, DropPercent = 5, ForgePercent = 1, WithholdPercent = withheld,
            },
        });
        await using var server = await BenchServer.Ours(folder, port, time,
            ("Twilio:AccountSid", simulator.Options.AccountSid), ("Twilio:ApiKeySid", simulator.Options.ApiKeySid), ("Twilio:ApiKeySecret", simulator.Options.ApiKeySecret),
            ("Twilio:TwimlAppSid", simulator.Options.TwimlAppSid), ("Twilio:ApiBaseUrl", simulator.Address), ("Twilio:InsightsBaseUrl", simulator.Address), ("Twilio:ConfigureNumbers", "true"), ("Emergency:AnswerWithin", "10"));
        var emails = await BenchFloor.Staff(server, atOnce);
        ConcurrentBag<BenchAgent> agents = [];
        await Parallel.ForEachAsync(emails, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (email, _) => agents.Add(await BenchAgent.Start($"http://127.0.0.1:{port}", email, BenchFloor.Password, simulator)));
        Console.WriteLine($"{agents.Count} agents are ready");

        var clock = Stopwatch.StartNew();
        ConcurrentBag<ScriptedPhone> phones = [];
        ConcurrentBag<string> troubles = [];
        var begun = 0;
        bool MayCall() => clock.Elapsed < TimeSpan.FromMinutes(minutes) && Interlocked.Increment(ref begun) <= calls;
        var callers = Enumerable.Range(0, atOnce).Select(i => Caller(simulator, i, new Random(seed + i), MayCall, phones, troubles)).ToList();
        var all = Task.WhenAll(callers);
        while (await Task.WhenAny(all, Task.Delay(15_000)) != all)
            Console.WriteLine($"{clock.Elapsed:mm\\:ss}  {phones.Count} calls begun, {phones.Count(p => p.Leg is { IsOver: true })} over, {Environment.WorkingSet / 1_000_000} MB");
        var store = server.Services.GetRequiredService<Store>();
        await Settled(store, clock);
        var facts = await store.Read((db, token) => db.Set<CallFact>().CountAsync(token), default);
        var (lost, wrong) = await Compare(store, simulator, phones);
        var answered = phones.Count(p => p.Leg is not null && simulator.Truth.TalkSeconds(p.Leg.Sid) > 0);
        var seconds = phones.Where(p => p.Leg is not null).Sum(p => simulator.Truth.TalkSeconds(p.Leg!.Sid));
        Console.WriteLine($"{phones.Count} calls, {answered} talked with an agent, {seconds} true talk seconds, {facts} facts, {troubles.Count} callers gave up");
        foreach (var trouble in troubles.GroupBy(t => t).OrderByDescending(t => t.Count()).Take(5))
            Console.WriteLine($"  {trouble.Count()} x {trouble.Key}");
        Console.WriteLine($"{lost} calls lost, {wrong} calls measured wrong");
        var (forged, refused) = simulator.Forgeries;
        Console.WriteLine($"{forged} forged notices, {refused} answered 403");
        foreach (var agent in agents)
            await agent.DisposeAsync();
        var afterwards = await FloorMonthEnd.Pass(server, time, simulator, async () => await Compare(store, simulator, phones) is (0, 0));
        await server.StopAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Math.Min(lost + wrong + forged - refused + afterwards, 100);
    }

    private static async Task<(int Lost, int Wrong)> Compare(Store store, Simulator simulator, IEnumerable<ScriptedPhone> phones)
    {
        var metered = await store.Read(
            (db, token) => (from call in db.Set<CallRecord>() join usage in db.Set<MeteredCall>() on call.Id equals usage.CallId select new { call.CallerLeg, usage.TalkSeconds })
                .ToDictionaryAsync(m => m.CallerLeg, m => m.TalkSeconds, token), default);
        var (lost, wrong) = (0, 0);
        foreach (var leg in phones.Select(p => p.Leg).OfType<Leg>())
        {
            var truth = simulator.Truth.TalkSeconds(leg.Sid);
            if (!metered.TryGetValue(leg.Sid, out var measured))
                lost++;
            else if (measured != truth)
            {
                wrong++;
                Console.WriteLine($"  {leg.Sid}: measured {measured} s, truth {truth} s");
            }
        }
        return (lost, wrong);
    }

    /// <summary>
    /// Waits until the server knows of every call's end and has had the time to ask once for what the notices left out. A call that lost all that told
    /// its end is asked for within minutes.
    /// </summary>
    private static async Task Settled(Store store, Stopwatch clock)
    {
        var patience = clock.Elapsed + TimeSpan.FromMinutes(20);
        for (var open = 1; open > 0 && clock.Elapsed < patience;)
        {
            await Task.Delay(TimeSpan.FromSeconds(15));
            open = await store.Read((db, token) => db.Set<CallRecord>().CountAsync(c => c.CallerLeftAt == null, token), default);
            Console.WriteLine($"{clock.Elapsed:mm\\:ss}  {open} calls whose end is not known");
        }
        await Task.Delay(TimeSpan.FromSeconds(60));
    }

    /// <summary>Calls, waits for an agent, talks for a while, hangs up, and calls again while she may.</summary>
    private static async Task Caller(
        Simulator simulator, int number, Random random, Func<bool> mayCall, ConcurrentBag<ScriptedPhone> phones, ConcurrentBag<string> troubles)
    {
        await Task.Delay(random.Next(20_000));
        while (mayCall())
        {
            var phone = simulator.Dial($"+336{number + 10_000_000}", BenchServer.Line);
            phones.Add(phone);
            try
            {
                await phone.Hears("tapez 1", TimeSpan.FromSeconds(60));
                await Task.Delay(random.Next(300, 2_000));
                phone.Press("1");
                await phone.IsTogether(TimeSpan.FromMinutes(3));
                // Mean 40 s, and a long tail as real talk has.
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(180, -40 * Math.Log(1 - random.NextDouble()))));
            }
            catch (TimeoutException)
            {
                troubles.Add($"not answered, leg {phone.Leg?.Word}");
            }
            if (phone.Leg is { IsOver: false })
                phone.HangUp();
            await Task.Delay(random.Next(500, 4_000));
        }
    }
}
