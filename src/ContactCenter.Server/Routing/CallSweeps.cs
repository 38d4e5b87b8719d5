namespace ContactCenter.Server.Routing;

/// <summary>What is looked after once a second on every node; each of it is a conditional change, so that two nodes do it once.</summary>
internal sealed record CallSweeps(FollowAgents Agents, NoticeGhosts Ghosts, TimeAttempts Attempts)
{
    public async Task Run(CancellationToken cancellationToken)
    {
        await Ghosts.Run(cancellationToken);
        await Agents.Run(cancellationToken);
        await Attempts.Run(cancellationToken);
    }
}
