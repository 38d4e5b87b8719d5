using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Storage;

/// <summary>Once an hour, on every node: answers whose keys are older than <see cref="OnceOnly.Memory"/> are forgotten.</summary>
internal sealed class ForgetRequests(Store store, IClock clock, TimeProvider time, ILogger<ForgetRequests> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <returns>How many.</returns>
    public Task<int> Pass(CancellationToken cancellationToken)
    {
        var oldest = clock.GetCurrentInstant() - OnceOnly.Memory;
        return store.Write((db, token) => db.Set<RememberedRequest>().Where(r => r.At < oldest).ExecuteDeleteAsync(token), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Old requests could not be forgotten; tried again in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
