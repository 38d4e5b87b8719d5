namespace ContactCenter.Server.Storage;

/// <summary>Section <c>Database</c>; the connection string stands under <c>ConnectionStrings:ContactCenter</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string ConnectionName = "ContactCenter";
    public const string DefaultSqlite = "Data Source=.data/contactcenter.db";

    public DatabaseEngine Engine { get; set; } = DatabaseEngine.Sqlite;
}
