using System.Collections.Concurrent;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>A small floor on a bad network, compared with what physically happened. The great one is the benchmark <c>floor</c>.</summary>
[CancelAfter(600_000)]
internal sealed class ChaosTests
{
    private const int Callers = 4;
    private const int CallsEach = 5;

    [Test]
    public async Task Twenty_calls_on_a_network_that_repeats_reorders_delays_loses_and_forges_are_metered_to_the_second()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONTACTCENTER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000);
        TestContext.Out.WriteLine($"CONTACTCENTER_SEED={seed}");
        await using var floor = await Floor.Open();
        floor.Simulator.Suffer(new ChaosOptions
        {
            Seed = seed, DuplicatePercent = 20, MostCopies = 5, ReorderPercent = 20, DelayPercent = 20, DropPercent = 5, ForgePercent = 10, MostDelay = TimeSpan.FromSeconds(2),
        });
        using var over = new CancellationTokenSource();
        var serving = new[] { await floor.SignIn("claire"), await floor.SignIn("nadia") }.Select(agent => agent.Serves(over.Token)).ToList();
        ConcurrentBag<ScriptedPhone> phones = [];
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => Calls(floor, n, new Random(seed + n), phones)));
        await Floor.Eventually(() => floor.Simulator.IsQuiet, "the last notice delivered or lost", 60);
        await EverythingIsKnown(floor, TimeSpan.FromSeconds(120));
        await over.CancelAsync();
        await Task.WhenAll(serving);

        Assert.That(phones, Has.Count.EqualTo(Callers * CallsEach));
        var talked = phones.Count(p => floor.Simulator.Truth.TalkSeconds(p.Leg!.Sid) > 0);
        TestContext.Out.WriteLine($"{talked} of {phones.Count} talked with an agent; {floor.Simulator.Forgeries}");
        Assert.That(talked, Is.GreaterThanOrEqualTo(CallsEach), "the floor worked");
        await Floor.Eventually(() => Differences(floor, phones).GetAwaiter().GetResult().Count == 0, string.Join('\n', await Differences(floor, phones)), 60);
        Assert.That(floor.Simulator.Forgeries.Sent, Is.GreaterThan(0));
        Assert.That(floor.Simulator.Forgeries.Refused, Is.EqualTo(floor.Simulator.Forgeries.Sent), "every forged notice, each time it was tried, was answered 403 without a word");
        var facts = await floor.Store.Read((db, token) => db.Set<CallFact>().Select(f => new { f.At, f.ReceivedAt }).ToListAsync(token), default);
        Assert.That(facts.Min(f => f.At), Is.GreaterThan(Instant.FromDateTimeOffset(Floor.OpenHours - TimeSpan.FromMinutes(5))), "what was forged claims to be an hour old, and none of it was written");
    }

    private static async Task Calls(Floor floor, int number, Random chance, ConcurrentBag<ScriptedPhone> phones)
    {
        for (var call = 0; call < CallsEach; call++)
        {
            var phone = floor.Simulator.Dial($"+3361234570{number}", Floor.Line);
            phones.Add(phone);
            try
            {
                await phone.Hears("tapez 1");
                phone.Press("1");
                // One of them has no patience and hangs up in the queue.
                await phone.IsTogether(number == 0 && call % 2 == 1 ? TimeSpan.FromMilliseconds(chance.Next(20, 900)) : TimeSpan.FromSeconds(40));
                await Task.Delay(chance.Next(800, 3_500));
            }
            catch (TimeoutException)
            {
                TestContext.Out.WriteLine($"caller {number} gave up, leg {phone.Leg?.Word}");
            }
            if (phone.Leg is { IsOver: false })
                phone.HangUp();
            await Task.Delay(chance.Next(100, 600));
        }
    }

    // The server asks Twilio by itself, in seconds or minutes; the test makes it due now.
    private static async Task EverythingIsKnown(Floor floor, TimeSpan patience)
    {
        var end = DateTime.UtcNow + patience;
        while (true)
        {
            await floor.AskVendorNow();
            await floor.Server.Services.GetRequiredService<ReconcileCalls>().Pass(default);
            await Task.Delay(300);
            var unknown = await Unknown(floor);
            if (unknown.Count == 0)
                return;
            if (DateTime.UtcNow > end)
                Assert.Fail($"Not every end and every border is known after {patience.TotalSeconds} s:\n{string.Join('\n', unknown)}");
        }
    }

    // Each call that lacks its end or a border, with all that is known of it. A leg that was to come and never did leaves no border behind.
    private static async Task<List<string>> Unknown(Floor floor)
    {
        var calls = await floor.Store.Read((db, token) => db.Set<CallRecord>().Select(c => new { c.Id, c.State, c.CallerLeftAt }).ToListAsync(token), default);
        List<string> unknown = [];
        foreach (var call in calls)
        {
            var events = (await floor.Server.Services.GetRequiredService<CallDesk>().Read(call.Id, default))?.Events ?? [];
            var never = events.OfType<AgentLegStarted>().Where(e => !Was(floor, e.Leg)).Select(e => (CallEvent)e).Concat(
                events.OfType<JoinRequested>().Where(_ => !Was(floor, events.OfType<CallArrived>().Single().Leg)));
            if (call.CallerLeftAt is null || CallGaps.In([.. events.Except(never)]))
                unknown.Add($"call {call.Id}, {call.State}\n{string.Join('\n', events.Select(e => $"  {e}"))}");
        }
        return unknown;
    }

    private static bool Was(Floor floor, LegRef leg) => floor.Simulator.Truth.Events.Any(e => e.What == "joined" && e.Leg == leg.Value);

    private static async Task<List<string>> Differences(Floor floor, IEnumerable<ScriptedPhone> phones)
    {
        var metered = await floor.Store.Read(
            (db, token) => (from call in db.Set<CallRecord>() join usage in db.Set<MeteredCall>() on call.Id equals usage.CallId select new { call.CallerLeg, usage.TalkSeconds })
                .ToDictionaryAsync(m => m.CallerLeg, m => m.TalkSeconds, token), default);
        return
        [
            .. from phone in phones
               let leg = phone.Leg!.Sid
               let truth = floor.Simulator.Truth.TalkSeconds(leg)
               let measured = metered.TryGetValue(leg, out var seconds) ? seconds : (long?)null
               where measured != truth
               select $"{leg}: truth {truth} s, measured {(measured is { } found ? $"{found} s" : "nothing")}",
        ];
    }
}
