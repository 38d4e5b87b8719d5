using ContactCenter.Server.Tests.Support;

/// <summary>In no namespace, so that it brackets the whole assembly.</summary>
[SetUpFixture]
internal sealed class TestRun
{
    [OneTimeTearDown]
    public async Task StopPrivateServers()
    {
        await PreparedDatabase.Delete();
        await PrivatePostgreSql.Stop();
    }
}
