using System.Net;
using System.Net.Sockets;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Scenarios;
using ContactCenter.Server.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ContactCenter.Server.Tests.Storage;

/// <summary>A first start is killed again and again while it brings the schema. The next one brings the rest, and serves.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
[CancelAfter(1_800_000)]
internal sealed class KilledWhileMigratingTests(DatabaseEngine engine)
{
    private static readonly int Kills = RaceHouse.IsNightly ? 30 : 2;
    private string _folder = "";
    private Database _database = null!;

    [SetUp]
    public async Task NameADatabase()
    {
        _folder = Directory.CreateTempSubdirectory("contactcenter-test-").FullName;
        _database = new Database(engine, $"{await TestDatabase.NewConnectionString(engine, _folder)};Pooling=false", _folder);
        TestKeys.Write(Path.Combine(_folder, "test.keys.json"));
    }

    [TearDown]
    public async Task Delete()
    {
        await TestDatabase.Drop(_database);
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_next_start_brings_the_rest()
    {
        var chance = new Random(RaceHouse.Seed("kills while migrating"));
        var address = $"http://127.0.0.1:{FreePort()}";
        var unfinished = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill > 0 && await Schema.IsUp(_database, default))
                await Anew();
            await using var killed = Start(address);
            await Floor.Eventually(() => HasBegun().GetAwaiter().GetResult(), "a migration under way", 120);
            await Task.Delay(chance.Next(0, 400));
            await killed.Kill();
            if (!await Schema.IsUp(_database, default))
                unfinished++;
        }

        await using var next = Start(address);
        await next.IsReady(address).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(await Schema.IsUp(_database, default));
        TestContext.Out.WriteLine($"{unfinished} of {Kills} kills came before the last migration");
        Assert.That(unfinished, Is.GreaterThan(0), "no kill came in the midst of the work: nothing proved");
    }

    private ServerProcess Start(string address) => ServerProcess.Start(new Dictionary<string, string?>
    {
        ["urls"] = address, ["Database:Engine"] = $"{engine}", ["ConnectionStrings:ContactCenter"] = _database.ConnectionString,
        ["Sealing:KeyFile"] = Path.Combine(_folder, "test.keys.json"), ["Serilog:MinimumLevel:Default"] = "Warning",
    });

    // A schema that is whole would not be brought again.
    private async Task Anew()
    {
        await using var db = _database.OpenForSchema();
        await db.Database.EnsureDeletedAsync();
    }

    // On SQLite whoever migrates holds a file; on PostgreSQL nobody but the server is connected to this database.
    private async Task<bool> HasBegun()
    {
        if (engine == DatabaseEngine.Sqlite)
            return IsHeld(new SqliteConnectionStringBuilder(_database.ConnectionString).DataSource + ".migrating");
        var name = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync();
        await using var asked = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = $1", connection) { Parameters = { new() { Value = name.Database } } };
        return (long)(await asked.ExecuteScalarAsync())! > 0;
    }

    private static bool IsHeld(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var _ = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
