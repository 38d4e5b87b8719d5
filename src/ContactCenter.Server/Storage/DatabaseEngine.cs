namespace ContactCenter.Server.Storage;

internal enum DatabaseEngine
{
    Sqlite,
    PostgreSql,
    SqlServer,
}
