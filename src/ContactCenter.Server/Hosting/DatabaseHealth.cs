using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactCenter.Server.Hosting;

/// <summary>Ready means: the database answers now.</summary>
internal sealed class DatabaseHealth(Store store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(2));
            await store.Read((db, token) => db.Roles.Select(r => r.Id).FirstOrDefaultAsync(token), limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failure);
        }
    }
}
