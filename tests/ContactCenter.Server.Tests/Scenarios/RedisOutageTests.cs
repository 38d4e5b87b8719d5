using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// Redis is off for a while between two servers. Calls are routed at one, the consoles are at the other: what they show they learn by their heartbeat
/// alone, and by push again when Redis is back.
/// </summary>
[FloorOn(DatabaseEngine.PostgreSql)]
[CancelAfter(1_800_000)]
internal sealed class RedisOutageTests
{
    private static readonly int Consoles = RaceHouse.IsNightly ? 200 : 5;
    private static readonly TimeSpan Off = TimeSpan.FromSeconds(RaceHouse.IsNightly ? 60 : 5);
    private static readonly double OffersPerSecond = RaceHouse.IsNightly ? 5 : 1;

    // Twice what is promised: the machine has other work.
    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(6);
    private const int PushedAgainWithinSeconds = 20;
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Test]
    public async Task No_offer_is_missed_without_Redis_and_push_comes_back_with_it()
    {
        await using var redis = await PrivateRedis.Started();
        await using var floor = await Floor.Open(
            (RedisSettings.Name, redis.Configuration), ("Routing:WrapUp", "1"), ("SignIn:AttemptsPerMinuteAndAddress", "100000"), ("Routing:AskAgainAfter", "1"));
        var second = await floor.AddNode();
        await second.Services.GetRequiredService<RouteCalls>().StopAsync(default);
        var agents = await Agents(floor, second);
        using var over = new CancellationTokenSource();
        var serving = agents.Select(a => a.Serves(over.Token)).ToList();

        await redis.Kill();
        var calls = new List<Task>();
        for (var end = DateTime.UtcNow + Off; DateTime.UtcNow < end; await Task.Delay(TimeSpan.FromSeconds(1 / OffersPerSecond)))
            calls.Add(Call(floor, calls.Count));
        await Task.WhenAll(calls);
        await EveryOfferWasShown(floor, calls.Count);
        await redis.Start();
        await PushIsBack(floor, second, agents[0]);
        await over.CancelAsync();
        await Task.WhenAll(serving);
    }

    private static async Task<List<Secretary>> Agents(Floor floor, WebApplication at)
    {
        List<Secretary> agents = [];
        for (var n = 0; n < Consoles; n++)
        {
            var account = await floor.Server.Services.GetRequiredService<Accounts>().Create(
                new NewAccount($"console{n}@demo.contactcenter.local", $"Console {n}", "fr-FR", "Demo-2026!", [Roles.Agent]), default);
            var id = new AgentId(account.Id);
            await floor.Store.Write(
                (db, token) =>
                {
                    db.Add(new AgentProfile { Id = id, Initials = "C", Languages = ["fr"] });
                    db.Add(new AgentPractice { AgentId = id, PracticeId = DemoPractice.Id, IsOwn = true, Familiarity = 1 });
                    return Task.CompletedTask;
                },
                default);
            agents.Add(await floor.SignIn($"console{n}", at: at));
        }
        return agents;
    }

    private static async Task Call(Floor floor, int number)
    {
        var patient = floor.Simulator.Dial($"+336{number:00000000}", Floor.Line);
        await patient.Hears("tapez 1");
        patient.Press("1");
        await patient.IsTogether(TimeSpan.FromSeconds(60));
        await Task.Delay(1_000);
        patient.HangUp();
    }

    private static async Task EveryOfferWasShown(Floor floor, int calls)
    {
        var offers = await floor.Store.Read((db, token) => db.Set<Offer>().ToListAsync(token), default);
        var slowest = offers.Max(o => o.DeliveredAt - o.OfferedAt);
        TestContext.Out.WriteLine($"{offers.Count} offers of {calls} calls, the slowest shown after {slowest}");
        Assert.That(offers, Has.Count.EqualTo(calls), "one offer for each call: none was missed and made again");
        Assert.That(offers.Select(o => o.State), Is.All.EqualTo(OfferState.Accepted));
        Assert.That(slowest?.ToTimeSpan(), Is.LessThan(ShownWithin));
    }

    // A day of the agenda that changed at the other server is told by push and never by a heartbeat.
    private static async Task PushIsBack(Floor floor, WebApplication second, Secretary console)
    {
        await Floor.Eventually(
            () =>
            {
                floor.Server.Services.GetRequiredService<AgendaSignals>().Raise(DemoPractice.Id.Value, Tuesday);
                return console.AgendaNews.Any(n => n.Day == Tuesday);
            },
            "push", PushedAgainWithinSeconds);
        Assert.That(second.Services.GetRequiredService<RedisNodes>().IsConnected, Is.True);
    }
}
