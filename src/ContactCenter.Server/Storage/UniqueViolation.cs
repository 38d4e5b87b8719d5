using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContactCenter.Server.Storage;

/// <summary>The one place that knows how each engine says "this key is taken".</summary>
internal static class UniqueViolation
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;
    private const int SqlServerDuplicateIndexKey = 2601;
    private const int SqlServerDuplicateKey = 2627;

    /// <summary>For an exception filter: <c>catch (DbUpdateException e) when (UniqueViolation.Caused(e))</c>.</summary>
    public static bool Caused(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Caused(inner),
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException server => server.Number is SqlServerDuplicateIndexKey or SqlServerDuplicateKey,
        _ => false,
    };
}
