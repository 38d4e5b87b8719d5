using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

public sealed class CallGapsTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly LegRef Caller = new("CA1"), Agent = new("CA2");
    private static readonly AgentId Claire = new(Guid.Parse("0198c0de-0000-7000-8000-000000000001"));

    private static CallEvent[] Whole =>
    [
        new CallArrived("arrived", At, Caller, null, "+33180000001"),
        new JoinRequested("join", At),
        new AgentLegStarted("leg", At, Agent, Claire, new LegLabel(LegRole.Agent)),
        new ParticipantJoined("1", At, "CF1", 1, Caller, LegLabel.Caller(1)),
        new ParticipantJoined("2", At, "CF1", 2, Agent, new LegLabel(LegRole.Agent)),
        new ParticipantLeft("3", At, "CF1", 3, Caller, LegLabel.Caller(1), true),
        new ParticipantLeft("4", At, "CF1", 4, Agent, new LegLabel(LegRole.Agent), true),
    ];

    [Test]
    public void A_call_told_in_full_leaves_nothing_out() => Assert.That(CallGaps.In(Whole), Is.False);

    [Test]
    public void A_call_that_never_met_an_agent_leaves_nothing_out() => Assert.That(CallGaps.In([Whole[0]]), Is.False);

    [TestCase("1")]
    [TestCase("2")]
    [TestCase("3")]
    [TestCase("4")]
    public void Each_coming_and_going_is_missed_when_it_is_not_told(string lost) =>
        Assert.That(CallGaps.In([.. Whole.Where(e => e.Key != lost)]), Is.True);
}
