using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactCenter.Server.Hosting.Nodes;

/// <summary>Without Redis everything works, two seconds later: degraded, never down.</summary>
internal sealed class NodesHealth(RedisNodes nodes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        nodes.IsConnected ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Redis does not answer: consoles wait for their heartbeat."));
}
