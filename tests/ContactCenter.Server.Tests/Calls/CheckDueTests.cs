using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ContactCenter.Server.Tests.Calls;

/// <summary>When the vendor is asked about a call of which notices may be missing.</summary>
internal sealed class CheckDueTests
{
    private static readonly AgentId Claire = DemoPeople.Agents[0];
    private static readonly LegRef Caller = new("CA-caller"), First = new("CA-agent-1"), Second = new("CA-agent-2");
    private FakeTimeProvider _time = null!;
    private TestHost _host = null!;
    private CallId _call;

    private CallDesk Desk => _host.Services.GetRequiredService<CallDesk>();

    private Instant Now => _host.Clock.GetCurrentInstant();

    [SetUp]
    public async Task SheTalks()
    {
        _time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        _host = new TestHost(web => web.UseSetting("Demo:Seed", "true").UseSetting("Scripts:SamplesAllowedFor:0", "cabinet-des-lilas").UseSetting("Routing:TeamAfter", "0")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_time)));
        var consoles = _host.Services.GetRequiredService<ConsoleDesk>();
        await consoles.Join(Claire, Claire.Value, "connection", default);
        await _host.Services.Beat(Claire, new ConsoleHeartbeat(Claire.Value, 0, true, null));
        await consoles.SetPresence(Claire, new SetPresence(true, null), default);
        _call = (await Desk.Arrive(new CallArrived("arrived", Now, Caller, "+33612345699", DemoPractice.Line.Number), default))!.CallId;
        await Happens(now => new InputHeard("input", now, "menu", "1", null));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _host.Services.GetRequiredService<OfferCalls>().Run(default);
        var offer = await _host.Store.Read((db, token) => db.Set<Offer>().SingleAsync(o => o.OpenForAgent == Claire, token), default);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await _host.Services.GetRequiredService<DecideOffers>().Accept(Claire, offer.Id, default), Is.EqualTo(CommandOutcome.Done));
        await Happens(now => new AgentLegStarted("leg-1", now, First, Claire, new LegLabel(LegRole.Agent, 1)));
        await Happens(now => new ParticipantJoined("join-1", now, "CF1", 1, First, new LegLabel(LegRole.Agent, 1)));
        await Happens(now => new ParticipantJoined("join-2", now, "CF1", 2, Caller, new LegLabel(LegRole.Caller, 1)));
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_talk_is_left_in_peace()
    {
        var record = await Record();
        Assert.That((record.State, record.CheckDueAt - Now > Duration.FromMinutes(10)), Is.EqualTo((CallState.Talking, true)));
    }

    [Test]
    public async Task She_who_comes_back_may_be_alone_and_the_vendor_is_asked_within_seconds([Values("CF1", "CF2")] string conference)
    {
        await Happens(now => new ParticipantLeft("left-1", now, "CF1", 3, First, new LegLabel(LegRole.Agent, 1), LegEnded: true));
        Assert.That((await Record()).State, Is.EqualTo(CallState.AgentLost));
        // Nobody told that the caller hung up, nor that the conference ended: her new leg may open another.
        await Happens(now => new AgentLegStarted("leg-2", now, Second, Claire, new LegLabel(LegRole.Agent, 1, 2)));
        await Happens(now => new ParticipantJoined("join-3", now, conference, 4, Second, new LegLabel(LegRole.Agent, 1, 2)));
        var record = await Record();
        var state = conference == "CF1" ? CallState.Talking : CallState.AgentLost;
        Assert.That((record.State, record.CheckDueAt - Now <= Duration.FromSeconds(5)), Is.EqualTo((state, true)));
    }

    // A second apart: the vendor's clock shows no more.
    private async Task Happens(Func<Instant, CallEvent> happened)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        await Desk.Handle(_call, happened(Now), default);
    }

    private Task<CallRecord> Record() => _host.Store.Read((db, token) => db.Set<CallRecord>().SingleAsync(c => c.Id == _call, token), default);
}
