using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ContactCenter.Server.Storage;

/// <summary>One configured database: which engine, where, and how to open contexts on it.</summary>
internal sealed class Database
{
    // The same few statements come again and again, and no session keeps anything that the next must not see. A server that stands still in the midst of a
    // transaction loses it and the rows that all others wait for; whoever waits for a row lets go of what it holds itself, so that no chain of such
    // transactions adds up, and is run again. What the operator writes comes after and wins.
    private const string PostgreSqlDefaults =
        "Max Auto Prepare=100;Auto Prepare Min Usages=3;No Reset On Close=true;Options=-c idle_in_transaction_session_timeout=5s -c lock_timeout=5s;";

    private readonly Func<ContactCenterDb> _readers;
    private readonly Func<ContactCenterDb> _writers;
    private readonly Func<ContactCenterDb> _forSchema;

    public Database(DatabaseEngine engine, string connectionString, string contentRoot)
    {
        Engine = engine;
        ConnectionString = engine switch
        {
            DatabaseEngine.Sqlite => Rooted(connectionString, contentRoot),
            DatabaseEngine.PostgreSql => PostgreSqlDefaults + connectionString,
            DatabaseEngine.SqlServer => connectionString,
        };
        _readers = Contexts(reading: true);
        _writers = Contexts(reading: false);
        // Who brings the schema waits for another who does, however long it takes.
        _forSchema = engine == DatabaseEngine.PostgreSql ? Pool<PostgreSqlDb>(options => options.UseNpgsql(connectionString), reading: false) : _writers;
    }

    public DatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>A context outside the store: for creating the schema, for nothing else.</summary>
    public ContactCenterDb OpenForSchema() => _forSchema();

    public Store OpenStore() => Engine switch
    {
        DatabaseEngine.Sqlite => new SingleWriterStore(ConnectionString, _readers),
        DatabaseEngine.PostgreSql or DatabaseEngine.SqlServer => new TransactionPerUnitStore(_readers, _writers),
    };

    /// <summary>Development keeps its keys beside the SQLite file, or in <c>.data</c> when the database is a server.</summary>
    public string FolderForKeys(string contentRoot)
    {
        var folder = Engine == DatabaseEngine.Sqlite
            ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(ConnectionString).DataSource)!
            : Path.Combine(contentRoot, ".data");
        return Directory.CreateDirectory(folder).FullName;
    }

    private Func<ContactCenterDb> Contexts(bool reading) => Engine switch
    {
        DatabaseEngine.Sqlite => Pool<SqliteDb>(options => options.UseSqlite(ConnectionString), reading),
        DatabaseEngine.PostgreSql => Pool<PostgreSqlDb>(options => options.UseNpgsql(ConnectionString), reading),
        DatabaseEngine.SqlServer => Pool<SqlServerDb>(options => options.UseSqlServer(ConnectionString), reading),
    };

    private static Func<ContactCenterDb> Pool<TDb>(Action<DbContextOptionsBuilder<TDb>> configure, bool reading)
        where TDb : ContactCenterDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        configure(options);
        if (reading)
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(new RefuseSaves());
        return new PooledDbContextFactory<TDb>(options.Options).CreateDbContext;
    }

    private static string Rooted(string connectionString, string contentRoot)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        parts.DataSource = Path.GetFullPath(parts.DataSource, contentRoot);
        Directory.CreateDirectory(Path.GetDirectoryName(parts.DataSource)!);
        return parts.ConnectionString;
    }
}
