using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Tests.Routing;

internal sealed class FollowAgentsTests
{
    private static readonly AgentId Claire = DemoPeople.Agents[0];
    private TestHost _host = null!;

    private FollowAgents Follow => _host.Services.GetRequiredService<FollowAgents>();

    [SetUp]
    public void Open() => _host = new TestHost(web => web.UseSetting("Demo:Seed", "true").UseSetting("Scripts:SamplesAllowedFor:0", "cabinet-des-lilas"));

    [TearDown]
    public async Task Close() => await _host.DisposeAsync();

    [TestCase(CallState.Connecting, Presence.OnCall)]
    [TestCase(CallState.Talking, Presence.OnCall)]
    [TestCase(CallState.HandedOver, Presence.WrapUp)]
    [TestCase(CallState.WrapUp, Presence.WrapUp)]
    [TestCase(CallState.Closed, Presence.Available)]
    public async Task She_is_where_her_latest_call_is_whatever_was_thought_of_her_before(CallState now, Presence expected)
    {
        await HasCall(CallState.Closed, minutesAgo: 3);
        await HasCall(now, minutesAgo: 0);
        // Marked last: the server's own routing looks as well, once a second, and would find her without a call before that.
        await Marked(Presence.OnCall);
        await Follow.Follow(Claire, default);
        Assert.That(await PresenceNow(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Notes_end_by_themselves_also_when_she_has_the_notes_of_another_call_open()
    {
        await HasCall(CallState.WrapUp, minutesAgo: 3);
        await HasCall(CallState.WrapUp, minutesAgo: 0);
        await Marked(Presence.WrapUp);
        await Follow.FollowCalls(default);
        var due = await _host.Store.Read((db, token) => db.Set<CallRecord>().Where(c => c.AgentId == Claire).Select(c => c.WrapUpDueAt).ToListAsync(token), default);
        Assert.That(due, Has.Count.EqualTo(2).And.All.GreaterThan(_host.Clock.GetCurrentInstant()));
    }

    private Task Marked(Presence presence) => _host.Store.Write(async (db, token) =>
    {
        await db.Set<AgentPresence>().Where(p => p.AgentId == Claire).ExecuteDeleteAsync(token);
        db.Add(new AgentPresence { AgentId = Claire, Presence = presence, Since = _host.Clock.GetCurrentInstant(), LastHeard = _host.Clock.GetCurrentInstant() });
    }, default);

    private Task HasCall(CallState state, int minutesAgo) => _host.Store.Write(async (db, token) =>
    {
        var at = _host.Clock.GetCurrentInstant() - Duration.FromMinutes(minutesAgo);
        db.Add(new CallRecord
        {
            Id = new CallId(Guid.CreateVersion7()), PracticeId = await db.Set<Practice>().Select(p => p.Id).FirstAsync(token), CallerLeg = $"CA{Guid.NewGuid():N}",
            Line = DemoPractice.Line.Number, ArrivedAt = at, Script = "", AgentId = Claire, State = state, StateSince = at,
        });
    }, default);

    private Task<Presence> PresenceNow() => _host.Store.Read((db, token) => db.Set<AgentPresence>().Where(p => p.AgentId == Claire).Select(p => p.Presence).SingleAsync(token), default);
}
