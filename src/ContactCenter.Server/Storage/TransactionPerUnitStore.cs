using Microsoft.EntityFrameworkCore;

using System.Diagnostics;
using ContactCenter.Server.Hosting.Telemetry;

namespace ContactCenter.Server.Storage;

/// <summary>PostgreSQL and SQL Server: each unit is its own transaction, run again on conflict and deadlock.</summary>
internal sealed class TransactionPerUnitStore(Func<ContactCenterDb> reader, Func<ContactCenterDb> writer) : Store
{
    private const int LongestPause = 100;

    public override async Task<T> Read<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = reader();
                return await unit(db, cancellationToken);
            }
            // After a restart of the database each connection in the pool is found dead once: whoever finds it takes the next.
            catch (Exception failure) when (RunsAgain(failure, Rerun.OnConflict, attempt))
            {
                Measures.RunAgain();
                await Pause(attempt, cancellationToken);
            }
        }
    }

    protected override async Task<T> Commit<T>(
        Func<ContactCenterDb, CancellationToken, Task<T>> unit, Rerun rerun, CancellationToken cancellationToken)
    {
        Measures.UnitQueued();
        try
        {
            return await RunUntilCommitted(unit, rerun, cancellationToken);
        }
        finally
        {
            Measures.UnitsDone(1);
        }
    }

    private async Task<T> RunUntilCommitted<T>(
        Func<ContactCenterDb, CancellationToken, Task<T>> unit, Rerun rerun, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var committing = false;
            try
            {
                await using var db = writer();
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var result = await RunAndSave(db, unit, cancellationToken);
                committing = true;
                var begun = Stopwatch.GetTimestamp();
                await transaction.CommitAsync(CancellationToken.None);
                Measures.Committed(1, Stopwatch.GetElapsedTime(begun));
                return result;
            }
            // A failure of the commit itself leaves the outcome unknown: running again could do the work twice.
            catch (Exception failure) when (!committing && RunsAgain(failure, rerun, attempt))
            {
                Measures.RunAgain();
                await Pause(attempt, cancellationToken);
            }
        }
    }

    private static Task Pause(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(Random.Shared.Next(1, Math.Min(4 << attempt, LongestPause)), cancellationToken);
}
