namespace ContactCenter.Server.Tests.Support;

/// <summary>The PostgreSQL of this test run alone: started once, gone with the run.</summary>
internal static class PrivatePostgreSql
{
    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(PostgreSqlServer.Begin);

    /// <summary>Without a database name; ignores the test when there is no PostgreSQL.</summary>
    public static async Task<string> ConnectionString()
    {
        var given = Environment.GetEnvironmentVariable("CONTACTCENTER_TEST_POSTGRES");
        if (!string.IsNullOrEmpty(given))
            return given;
        if (PostgreSqlServer.Binaries is null)
            Assert.Ignore("No PostgreSQL: install Debian's package postgresql, or set CONTACTCENTER_TEST_POSTGRES.");
        return (await Started.Value).ConnectionString;
    }

    public static async Task Stop()
    {
        if (Started.IsValueCreated)
            await (await Started.Value).DisposeAsync();
    }
}
