using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContactCenter.Server.Storage;

/// <summary>
/// Failures that say nothing about what was asked: the database is gone, is starting, lets nobody write or has no room. The same request, sent again later,
/// may well succeed.
/// </summary>
internal static class Outage
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    // Log full, no room in the file group, read-only database.
    private static readonly int[] SqlServerNumbers = [9002, 1105, 1101, 3906, -1, 2];

    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        InvalidOperationException { InnerException: { } inner } when inner is DbException or DbUpdateException => Is(inner),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteIoError or SqliteFull or SqliteCannotOpen,
        SqlException server when SqlServerNumbers.Contains(server.Number) => true,
        // What the driver itself says, and not the server, is about the connection.
        NpgsqlException and not PostgresException => true,
        _ => PassingFailure.Is(exception),
    };
}
