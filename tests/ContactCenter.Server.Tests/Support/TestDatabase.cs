using ContactCenter.Server.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Support;

/// <summary>A fresh database with the whole schema, on the asked engine; ignored with the reason where that engine is not to be had.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(Database database, string folder)
    {
        Database = database;
        Folder = folder;
        Store = database.OpenStore();
    }

    /// <summary>For <c>[TestFixtureSource(typeof(TestDatabase), nameof(Engines))]</c>: the same tests on every engine.</summary>
    public static IEnumerable<DatabaseEngine> Engines => Enum.GetValues<DatabaseEngine>();

    public Database Database { get; }

    public Store Store { get; private set; }

    /// <summary>Where SQLite keeps its files.</summary>
    public string Folder { get; }

    public DatabaseEngine Engine => Database.Engine;

    public static async Task<TestDatabase> Create(DatabaseEngine engine)
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-test-").FullName;
        return new TestDatabase(new Database(engine, await PreparedDatabase.ConnectionString(engine, folder), folder), folder);
    }

    /// <summary>Closes the store and opens another on the same data, as a restart does.</summary>
    public async Task Reopen()
    {
        await Close();
        Store = Database.OpenStore();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        await Drop(Database);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Gives the server its room and its connections back; SQLite's file goes with its folder.</summary>
    public static async Task Drop(Database database)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
            return;
        await using var schema = database.OpenForSchema();
        await schema.Database.EnsureDeletedAsync();
    }

    private async Task Close()
    {
        if (Store is IAsyncDisposable closing)
            await closing.DisposeAsync();
        if (Engine == DatabaseEngine.Sqlite)
            SqliteConnection.ClearAllPools();
    }

    /// <summary>Names a database that does not exist yet; ignores the test where the engine is not to be had.</summary>
    public static async Task<string> NewConnectionString(DatabaseEngine engine, string folder)
    {
        var name = $"contactcenter_{Guid.NewGuid():N}";
        return engine switch
        {
            DatabaseEngine.Sqlite => $"Data Source={Path.Combine(folder, "test.db")}",
            DatabaseEngine.PostgreSql => $"{await PrivatePostgreSql.ConnectionString()};Database={name};Maximum Pool Size=20;Connection Idle Lifetime=10",
            DatabaseEngine.SqlServer => $"{SqlServer()};Database={name}",
        };
    }

    private static string SqlServer()
    {
        var server = Environment.GetEnvironmentVariable("CONTACTCENTER_TEST_SQLSERVER");
        if (string.IsNullOrEmpty(server))
            Assert.Ignore("No SQL Server: set CONTACTCENTER_TEST_SQLSERVER to a connection string without a database.");
        return server!;
    }
}
