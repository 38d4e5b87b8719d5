namespace ContactCenter.Server.Hosting.Nodes;

/// <summary>No way to the others is configured: this server is alone, or consoles wait for their heartbeat.</summary>
internal sealed class LoneNode : IOtherNodes
{
    public void Tell<T>(T hint)
        where T : class
    {
    }

    public void Listen<T>(Action<T> heard)
        where T : class
    {
    }
}
