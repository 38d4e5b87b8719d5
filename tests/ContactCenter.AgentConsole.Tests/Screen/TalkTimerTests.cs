using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Screen;

internal sealed class TalkTimerTests
{
    [TestCase(CallPhase.Talking, 70)]
    [TestCase(CallPhase.OnHold, 60)]
    [TestCase(CallPhase.Consulting, 60)]
    [TestCase(CallPhase.AgentLost, 60)]
    [TestCase(CallPhase.WrapUp, 60)]
    public void Talk_time_runs_only_while_they_talk(CallPhase phase, int seconds) =>
        Assert.That(TalkTimer.Talk(Views.OnCall(call: Views.Call() with { Phase = phase }), Views.Noon.AddSeconds(10)), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void Clock_that_runs_behind_never_shows_less_than_the_server_counted() =>
        Assert.That(TalkTimer.Talk(Views.OnCall(), Views.Noon.AddSeconds(-5)), Is.EqualTo(TimeSpan.FromSeconds(60)));

    [Test]
    public void Nothing_is_left_after_the_end() => Assert.That(TalkTimer.Left(Views.Noon, Views.Noon.AddSeconds(1)), Is.EqualTo(TimeSpan.Zero));

    [TestCase(5, "0:05")]
    [TestCase(247, "4:07")]
    [TestCase(3847, "1:04:07")]
    public void Spans_are_written_as_a_clock(int seconds, string written) => Assert.That(Spans.Clock(TimeSpan.FromSeconds(seconds)), Is.EqualTo(written));
}
