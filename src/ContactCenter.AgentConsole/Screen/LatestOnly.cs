namespace ContactCenter.AgentConsole.Screen;

/// <summary>Of several answers under way only the last asked for counts: an older one that comes late is dropped.</summary>
internal sealed class LatestOnly
{
    private int last;

    /// <summary>Begins a question; the returned test says, when the answer is there, whether it is still wanted.</summary>
    public Func<bool> Begin()
    {
        var mine = ++last;
        return () => mine == last;
    }

    public void Forget() => last++;
}
