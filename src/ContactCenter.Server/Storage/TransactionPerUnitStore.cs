using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Storage;

/// <summary>PostgreSQL and SQL Server: each unit is its own transaction, run again on conflict and deadlock.</summary>
internal sealed class TransactionPerUnitStore(Func<ContactCenterDb> reader, Func<ContactCenterDb> writer) : Store
{
    private const int LongestPause = 100;

    public override async Task<T> Read<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        await using var db = reader();
        return await unit(db, cancellationToken);
    }

    protected override async Task<T> Commit<T>(
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
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            // A failure of the commit itself leaves the outcome unknown: running again could do the work twice.
            catch (Exception failure) when (!committing && RunsAgain(failure, rerun, attempt))
            {
                await Task.Delay(Random.Shared.Next(1, Math.Min(4 << attempt, LongestPause)), cancellationToken);
            }
        }
    }
}
