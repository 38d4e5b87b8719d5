using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Tests.Calls;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Metering;

internal sealed class TalkTimeMeterTests
{
    private static readonly PracticeId Lilas = new(new Guid("22222222-2222-2222-2222-222222222222"));
    private static readonly AgentId Claire = new(new Guid("11111111-1111-1111-1111-111111111111"));

    private static Call Call(CallHistory history) => new(new CallId(new Guid("33333333-3333-3333-3333-333333333333")), history.Events);

    [TestCase(0, 6, 30, ExpectedResult = 0L)]
    [TestCase(31, 6, 0, ExpectedResult = 36L)]
    [TestCase(36, 6, 0, ExpectedResult = 36L)]
    [TestCase(61, 60, 0, ExpectedResult = 120L)]
    [TestCase(7, 1, 0, ExpectedResult = 7L)]
    [TestCase(7, 1, 30, ExpectedResult = 30L)]
    public long Seconds_are_charged_up_to_the_increment_and_from_the_minimum(long seconds, int increment, int minimum) =>
        TalkTimeMeter.Charged(seconds, increment, minimum);

    [Test]
    public void A_call_without_an_end_has_no_usage()
    {
        var call = new CallHistory(Instant.FromUtc(2026, 11, 23, 8, 0)).Arrives().After(5).Queues();
        Assert.That(TalkTimeMeter.Measure(Call(call), Lilas), Is.Null);
    }

    [TestCase("2026-03-29T00:59:30Z", TestName = "Talk over the spring change of clocks is counted in seconds, not in local hours")]
    [TestCase("2026-10-25T00:59:30Z", TestName = "Talk over the autumn change of clocks is counted in seconds, not in local hours")]
    public void Talk_over_a_change_of_clocks(string start)
    {
        var call = new CallHistory(NodaTime.Text.InstantPattern.General.Parse(start).Value)
            .Arrives().Queues().Offers(Claire).Accepts().CallerJoins().AgentJoins().After(120).CallerHangsUp(true).After(10).WrapsUp();
        Assert.That(TalkTimeMeter.Measure(Call(call), Lilas)!.TalkSeconds, Is.EqualTo(120));
    }

    [Test]
    public void A_tab_that_died_is_not_billed_past_the_last_evidence_of_her()
    {
        var call = new CallHistory(Instant.FromUtc(2026, 11, 23, 8, 0))
            .Arrives().Queues().Offers(Claire).Accepts().CallerJoins().AgentJoins().After(60);
        var lastSeen = call.Now;
        call.After(30).AgentVanished(lastSeen).AgentDrops().CallerHangsUp(true);
        var usage = TalkTimeMeter.Measure(Call(call), Lilas)!;
        Assert.That(usage.TalkSeconds, Is.EqualTo(60));
        Assert.That(usage.SecondsOf(SegmentKind.Technical), Is.EqualTo(30));
    }

    [TestCase(1, 61, TestName = "Her last beat came a second before the caller hung up: she was there to the end")]
    [TestCase(4, 60, TestName = "Two beats were missed before the caller hung up: she counts to the last that came")]
    public void She_who_left_before_the_next_evidence_was_due_left_when_the_vendor_says(double silent, int seconds)
    {
        var call = new CallHistory(Instant.FromUtc(2026, 11, 23, 8, 0))
            .Arrives().Queues().Offers(Claire).Accepts().CallerJoins().AgentJoins().After(60);
        var lastBeat = call.Now;
        call.After(silent).CallerHangsUp(true).After(8).AgentVanished(lastBeat);
        Assert.That(TalkTimeMeter.Measure(Call(call), Lilas)!.TalkSeconds, Is.EqualTo(seconds));
    }

    [Test]
    public void Every_second_of_every_leg_stands_in_exactly_one_segment()
    {
        CallHistories.Any.Sample(history =>
        {
            if (TalkTimeMeter.Measure(Call(history), Lilas) is { } usage)
                Assert.That(usage.Segments.Sum(s => s.Seconds), Is.EqualTo(usage.LegSeconds));
        }, iter: 1_000);
    }
}
