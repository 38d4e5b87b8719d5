using ContactCenter.AgentConsole.Link;

namespace ContactCenter.AgentConsole.Tests.Link;

internal sealed class EndlessRetryTests
{
    [Test]
    public void First_attempt_comes_almost_at_once() =>
        Assert.That(new EndlessRetry(() => 1).DelayBefore(0), Is.LessThanOrEqualTo(TimeSpan.FromMilliseconds(100)));

    [Test]
    public void It_never_gives_up_and_never_waits_longer_than_five_seconds() =>
        Assert.That(new EndlessRetry(() => 1).DelayBefore(long.MaxValue), Is.EqualTo(TimeSpan.FromSeconds(5)));

    [Test]
    public void Half_of_each_wait_is_drawn_by_lot([Range(1, 8)] int retries)
    {
        var (shortest, longest) = (new EndlessRetry(() => 0).DelayBefore(retries), new EndlessRetry(() => 1).DelayBefore(retries));
        Assert.That(longest, Is.EqualTo(shortest * 2));
    }
}
