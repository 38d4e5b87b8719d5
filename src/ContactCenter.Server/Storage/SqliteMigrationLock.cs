using ContactCenter.Server.Hosting;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Server.Storage;

/// <summary>
/// On SQLite EF marks a running migration by a row, and a process killed in between leaves it: every later start would wait
/// for ever (https://learn.microsoft.com/ef/core/providers/sqlite/limitations). We hold a file instead, which the system lets
/// go with the process; who holds the file knows that a row found is stale.
/// </summary>
internal sealed class SqliteMigrationLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly FileStream _file;

    private SqliteMigrationLock(FileStream file) => _file = file;

    /// <exception cref="ConfigurationFault">Another process holds it and does not finish.</exception>
    public static async Task<SqliteMigrationLock> Take(Database database, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource + ".migrating";
        var taken = new SqliteMigrationLock(await Open(path, cancellationToken));
        RemoveStaleRow(database.ConnectionString);
        return taken;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static async Task<FileStream> Open(string path, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(100, cancellationToken);
            }
            catch (IOException)
            {
                throw new ConfigurationFault($"Another process is migrating this database and does not finish: it holds {path}.");
            }
        }
    }

    private static void RemoveStaleRow(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (command.ExecuteScalar() is 0L)
            return;
        command.CommandText = "DELETE FROM __EFMigrationsLock";
        command.ExecuteNonQuery();
    }
}
