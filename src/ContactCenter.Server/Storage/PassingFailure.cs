using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContactCenter.Server.Storage;

/// <summary>Failures that pass by themselves when the same unit runs again: conflicts, deadlocks, a connection lost before the commit.</summary>
internal static class PassingFailure
{
    // Deadlock victim, lock timeout, snapshot conflicts, and the connection-level errors of a server that restarts.
    private static readonly int[] SqlServerNumbers = [1205, 1222, 3960, 3935, -2, 53, 121, 233, 10053, 10054, 10060, 4060, 40197, 40501, 40613];

    // We did nothing in it for longer than PostgreSQL was told to bear: it is undone.
    private const string StoodStillInTransaction = "25P03";

    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        // How Entity Framework wraps what it takes for passing, found while it read or while it saved.
        InvalidOperationException { InnerException: { } inner } when inner is NpgsqlException or DbUpdateException => Is(inner),
        PostgresException { SqlState: StoodStillInTransaction } => true,
        NpgsqlException postgres => postgres.IsTransient,
        SqlException server => SqlServerNumbers.Contains(server.Number),
        _ => false,
    };
}
