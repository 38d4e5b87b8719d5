namespace ContactCenter.AgentConsole.Link;

/// <summary>Reconnects without end: at once, then 0.5 s doubling to 5 s, each drawn from its upper half so that a restart is not met by all consoles together.</summary>
internal sealed class EndlessRetry(Func<double> random)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public TimeSpan DelayBefore(long retries)
    {
        if (retries == 0)
            return First * (0.2 * random());
        var full = Math.Min(First.TotalMilliseconds * Math.Pow(2, Math.Min(retries - 1, 10)), Longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + 0.5 * random()));
    }
}
