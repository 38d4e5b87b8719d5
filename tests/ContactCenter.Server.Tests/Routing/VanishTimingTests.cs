using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Tests.Routing;

/// <summary>How soon a console that is gone, silent or deaf is noticed while a call rings at it, to the millisecond of a clock that stands still.</summary>
internal sealed class VanishTimingTests
{
    private static readonly AgentId Claire = DemoPeople.Agents[0], Nadia = DemoPeople.Agents[1];
    private FakeTimeProvider _time = null!;
    private TestHost _host = null!;

    [SetUp]
    public async Task ACallRingsAtClaire()
    {
        _time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        _host = new TestHost(web => web.UseSetting("Demo:Seed", "true").UseSetting("Scripts:SamplesAllowedFor:0", "cabinet-des-lilas").UseSetting("Routing:TeamAfter", "0")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_time)));
        await Comes(Claire);
        await Comes(Nadia);
        var calls = _host.Services.GetRequiredService<CallDesk>();
        var reply = await calls.Arrive(new CallArrived("arrived", _host.Clock.GetCurrentInstant(), new LegRef("CA1"), "+33612345699", DemoPractice.Line.Number), default);
        await calls.Handle(reply!.CallId, new InputHeard("input", _host.Clock.GetCurrentInstant(), "menu", "1", null), default);
        await Route();
        Assert.That(await RingsAt(), Is.EqualTo(Claire), "her practice");
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_console_that_never_says_it_shows_the_offer_loses_it_after_two_seconds()
    {
        await Pass(1_999);
        Assert.That(await RingsAt(), Is.EqualTo(Claire));
        await Pass(1);
        Assert.That(await RingsAt(), Is.EqualTo(Nadia));
        var claire = await PresenceOf(Claire);
        Assert.That((claire.Presence, claire.PausedBecause), Is.EqualTo((Presence.Away, "console-silent")), "no caller waits for a deaf console again");
    }

    [Test]
    public async Task A_console_that_shows_the_offer_keeps_it_while_it_is_heard_of()
    {
        await Acknowledges(Claire);
        for (var second = 0; second < 18; second += 2)
        {
            await Pass(2_000);
            await Beats(Claire);
            await Beats(Nadia);
        }
        Assert.That(await RingsAt(), Is.EqualTo(Claire));
    }

    [Test]
    public async Task A_socket_that_closes_hands_the_call_on_at_once()
    {
        await Acknowledges(Claire);
        await Pass(100);
        await _host.Services.GetRequiredService<ConsoleDesk>().Left(Claire, $"connection-{Claire}", default);
        await Route();
        Assert.That(await RingsAt(), Is.EqualTo(Nadia), "in the same instant as the socket: two seconds are for the network");
    }

    [Test]
    public async Task A_console_that_falls_silent_in_mid_ring_is_noticed_after_ten_seconds()
    {
        await Acknowledges(Claire);
        for (var second = 0; second < 8; second += 2)
        {
            await Pass(2_000);
            await Beats(Nadia);
        }
        await Pass(1_999);
        Assert.That(await RingsAt(), Is.EqualTo(Claire));
        await Pass(1);
        Assert.That(await RingsAt(), Is.EqualTo(Nadia));
        Assert.That((await PresenceOf(Claire)).Presence, Is.Not.EqualTo(Presence.Available).And.Not.EqualTo(Presence.Offered), "nothing more is offered to her");
    }

    [Test]
    public void A_line_that_died_without_a_word_is_closed_by_the_server_before_that()
    {
        var hub = _host.Services.GetRequiredService<IOptions<HubOptions>>().Value;
        Assert.That(hub.ClientTimeoutInterval, Is.LessThan(TimeSpan.FromSeconds(_host.Services.GetRequiredService<IOptions<RoutingOptions>>().Value.Lease)));
    }

    private async Task Comes(AgentId agent)
    {
        var desk = _host.Services.GetRequiredService<ConsoleDesk>();
        await desk.Join(agent, agent.Value, $"connection-{agent}", default);
        await Beats(agent);
        Assert.That(await desk.SetPresence(agent, new SetPresence(true, null), default), Is.EqualTo(CommandOutcome.Done));
    }

    private async Task Beats(AgentId agent)
    {
        Assert.That(await _host.Services.Beat(agent, new ConsoleHeartbeat(agent.Value, 0, true, null)), Is.True);
        await _host.Services.GetRequiredService<ConsoleBeats>().Write(default);
    }

    private async Task Acknowledges(AgentId agent)
    {
        var offer = await _host.Store.Read((db, token) => db.Set<Offer>().SingleAsync(o => o.OpenForAgent == agent, token), default);
        Assert.That(await _host.Services.GetRequiredService<DecideOffers>().Acknowledge(agent, offer.Id, default), Is.EqualTo(CommandOutcome.Done));
    }

    private async Task Pass(int milliseconds)
    {
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await Route();
    }

    // What routing does once a second, and the server's own routing beside it: whoever of the two is first, the clock is the same.
    private async Task Route()
    {
        await _host.Services.GetRequiredService<DecideOffers>().CloseDue(default);
        await _host.Services.GetRequiredService<FollowAgents>().Run(default);
        await _host.Services.GetRequiredService<OfferCalls>().Run(default);
    }

    private Task<AgentId?> RingsAt() => _host.Store.Read((db, token) => db.Set<CallRecord>().Select(c => c.OfferedTo).SingleAsync(token), default);

    private Task<AgentPresence> PresenceOf(AgentId agent) => _host.Store.Read((db, token) => db.Set<AgentPresence>().SingleAsync(p => p.AgentId == agent, token), default);
}
