using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Storage;

/// <summary>Brings a database to the schema of this program.</summary>
internal static class Schema
{
    /// <summary>Whether the database has the schema of this program; a command that only uses it does not bring it up.</summary>
    public static async Task<bool> IsUp(Database database, CancellationToken cancellationToken)
    {
        await using var db = database.OpenForSchema();
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    public static async Task BringUp(Database database, CancellationToken cancellationToken)
    {
        if (await IsUp(database, cancellationToken))
            return;
        await using var db = database.OpenForSchema();
        await using var alone = database.Engine == DatabaseEngine.Sqlite ? await SqliteMigrationLock.Take(database, cancellationToken) : null;
        await db.Database.MigrateAsync(cancellationToken);
    }
}
