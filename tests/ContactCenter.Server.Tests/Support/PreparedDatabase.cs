using ContactCenter.Server.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContactCenter.Server.Tests.Support;

/// <summary>New databases that have the whole schema already: copies of one that was migrated once in this run, per engine.</summary>
internal static class PreparedDatabase
{
    private static readonly Lazy<Task<Database>> OfSqlite = new(() => Migrated(DatabaseEngine.Sqlite));
    private static readonly Lazy<Task<Database>> OfPostgreSql = new(() => Migrated(DatabaseEngine.PostgreSql));

    /// <summary>Where a fresh copy lies, with SQLite's file in the folder; ignores the test where the engine is not to be had.</summary>
    public static async Task<string> ConnectionString(DatabaseEngine engine, string folder)
    {
        var connectionString = await TestDatabase.NewConnectionString(engine, folder);
        switch (engine)
        {
            case DatabaseEngine.Sqlite:
                File.Copy(FileOf((await OfSqlite.Value).ConnectionString), FileOf(connectionString));
                break;
            case DatabaseEngine.PostgreSql:
                await Copy((await OfPostgreSql.Value).ConnectionString, connectionString);
                break;
            case DatabaseEngine.SqlServer:
                await Schema.BringUp(new Database(engine, connectionString, folder), default);
                break;
        }
        return connectionString;
    }

    public static async Task Delete()
    {
        if (OfSqlite.IsValueCreated)
            Directory.GetParent(FileOf((await OfSqlite.Value).ConnectionString))!.Delete(recursive: true);
        if (OfPostgreSql.IsValueCreated)
            await TestDatabase.Drop(await OfPostgreSql.Value);
    }

    private static async Task<Database> Migrated(DatabaseEngine engine)
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-prepared-").FullName;
        var database = new Database(engine, $"{await TestDatabase.NewConnectionString(engine, folder)};Pooling=false", folder);
        await Schema.BringUp(database, default);
        return database;
    }

    private static string FileOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    private static async Task Copy(string prepared, string connectionString)
    {
        var (from, to) = (new NpgsqlConnectionStringBuilder(prepared), new NpgsqlConnectionStringBuilder(connectionString));
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(prepared) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync();
        await using var copy = new NpgsqlCommand($"CREATE DATABASE {to.Database} TEMPLATE {from.Database}", connection);
        await copy.ExecuteNonQueryAsync();
    }
}
