using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Hosting.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Presence = ContactCenter.Contracts.Consoles.Presence;

namespace ContactCenter.Server.Tests.Consoles;

/// <summary>What a heartbeat is answered with: only what the console that sent it cannot know.</summary>
internal sealed class ConsoleNotifierTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TeamMemberView Colleague = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"), "Claire Faure", "CF", Presence.OnCall, null, Noon, null);

    private readonly AgentId _agent = new(Guid.CreateVersion7());

    private static ConsoleNotifier Notifier() => new(null!, null!, null!, new CallSignals(new LoneNode()), NullLogger<ConsoleNotifier>.Instance);

    private static MadeView View(long revision, Presence presence = Presence.Available, long floor = 1) => new(
        new AgentView
        {
            Revision = revision, ServerTime = Noon.AddSeconds(revision), Presence = new PresenceView(presence, null, Noon, null), Queue = new QueueView(0, null, 1),
        },
        floor);

    private static MadeView WithChange(MadeView made) => made with { View = made.View with { TeamChanges = [Colleague] } };

    [Test]
    public void The_first_view_is_news_and_the_same_again_is_none()
    {
        var notifier = Notifier();
        Assert.Multiple(() =>
        {
            Assert.That(notifier.News(_agent, 0, View(1)), Is.Not.Null);
            Assert.That(notifier.News(_agent, 1, View(2)), Is.Null, "only the clock moved");
        });
    }

    [Test]
    public void A_colleague_who_changed_is_news_and_dates_the_team()
    {
        var notifier = Notifier();
        notifier.Begin(_agent, View(1, floor: 7));
        Assert.Multiple(() =>
        {
            Assert.That(notifier.TeamShown(_agent, 1), Is.EqualTo(7));
            Assert.That(notifier.News(_agent, 1, WithChange(View(2, floor: 9)))!.TeamChanges, Is.EqualTo(new[] { Colleague }));
            Assert.That(notifier.TeamShown(_agent, 2), Is.EqualTo(9));
        });
    }

    [Test]
    public void A_console_that_missed_something_or_is_not_known_gets_its_team_whole()
    {
        var notifier = Notifier();
        var unknown = notifier.TeamShown(_agent, 5);
        notifier.Begin(_agent, View(1, floor: 7));
        notifier.News(_agent, 1, WithChange(View(3, floor: 8)));
        Assert.That((unknown, notifier.TeamShown(_agent, 1), notifier.TeamShown(_agent, 3)), Is.EqualTo((0, 0, 8)));
    }

    [Test]
    public void What_never_arrived_is_said_again()
    {
        var notifier = Notifier();
        notifier.News(_agent, 0, View(1));
        notifier.News(_agent, 1, View(2, Presence.Away));
        Assert.Multiple(() =>
        {
            Assert.That(notifier.News(_agent, 1, View(3, Presence.Away)), Is.Not.Null, "she still shows the first");
            Assert.That(notifier.News(_agent, 3, View(4, Presence.Away)), Is.Null);
        });
    }

    [Test]
    public void An_older_view_that_comes_late_does_not_pass_for_what_she_shows()
    {
        var notifier = Notifier();
        notifier.News(_agent, 0, View(1));
        notifier.News(_agent, 1, View(3, Presence.Away));
        notifier.News(_agent, 1, View(2));
        Assert.Multiple(() =>
        {
            Assert.That(notifier.News(_agent, 3, View(4, Presence.Away)), Is.Null, "she shows the third");
            Assert.That(notifier.News(_agent, 3, View(5)), Is.Not.Null, "and is told when that is over");
        });
    }
}
