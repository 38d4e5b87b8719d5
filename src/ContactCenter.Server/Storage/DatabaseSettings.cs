using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Storage;

/// <summary><c>Database:Engine</c> (<c>Sqlite</c> when not set, <c>PostgreSql</c>, <c>SqlServer</c>) and <c>ConnectionStrings:ContactCenter</c>.</summary>
internal static class DatabaseSettings
{
    private const string DefaultSqlite = "Data Source=.data/contactcenter.db";

    public static Database Open(IConfiguration configuration, string contentRoot)
    {
        var engine = Engine(configuration["Database:Engine"]);
        var connectionString = (engine, configuration.GetConnectionString("ContactCenter")) switch
        {
            (_, { Length: > 0 } configured) => configured,
            (DatabaseEngine.Sqlite, _) => DefaultSqlite,
            _ => throw new ConfigurationFault($"ConnectionStrings:ContactCenter is missing: Database:Engine is {engine}."),
        };
        return new Database(engine, connectionString, contentRoot);
    }

    private static DatabaseEngine Engine(string? name) => name switch
    {
        null or "" => DatabaseEngine.Sqlite,
        _ when Enum.TryParse<DatabaseEngine>(name, ignoreCase: true, out var engine) && Enum.IsDefined(engine) => engine,
        _ => throw new ConfigurationFault($"Database:Engine is \"{name}\"; it may be {string.Join(", ", Enum.GetNames<DatabaseEngine>())}."),
    };
}
