using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactCenter.Server.Tests.Hosting;

internal sealed class StartTests
{
    [Test]
    public void Production_without_its_settings_says_all_that_is_missing_at_once()
    {
        using var host = new TestHost(web => web
            .UseSetting("environment", "Production")
            .UseSetting("Database:Engine", "PostgreSql")
            .UseSetting("ConnectionStrings:ContactCenter", "")
            .UseSetting("Sealing:KeyFile", "/nowhere/keys.json"));
        var fault = Assert.Catch<ConfigurationFault>(() => _ = host.Server)!;
        Assert.That(fault.Failures, Has.Some.Contains("ConnectionStrings:ContactCenter").And.Some.Contains("/nowhere/keys.json").And.Some.Contains("Twilio"));
    }

    [Test]
    public void Keys_that_cannot_be_read_are_named()
    {
        using var host = new TestHost(web => web.UseSetting("Sealing:KeyFile", "/nowhere/keys.json"));
        Assert.That(() => _ = host.Server, Throws.TypeOf<ConfigurationFault>().With.Message.Contains("/nowhere/keys.json"));
    }

    [Test]
    public void An_unknown_engine_is_named_with_those_there_are()
    {
        using var host = new TestHost(web => web.UseSetting("Database:Engine", "Oracle"));
        Assert.That(() => _ = host.Server, Throws.TypeOf<ConfigurationFault>().With.Message.Contains("Oracle").And.Message.Contains("Sqlite, PostgreSql, SqlServer"));
    }

    [Test]
    public async Task Ready_with_a_database_not_ready_without()
    {
        await using var host = new TestHost();
        using var client = host.CreateClient();
        Assert.That((await client.GetAsync("/health/ready")).IsSuccessStatusCode, Is.True);
        Assert.That((await client.GetAsync("/health/live")).IsSuccessStatusCode, Is.True);

        var gone = new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=127.0.0.1;Port=1;Database=gone;Timeout=1").Options;
        var health = new DatabaseHealth(new TransactionPerUnitStore(() => new PostgreSqlDb(gone), () => new PostgreSqlDb(gone)));
        Assert.That((await health.CheckHealthAsync(new HealthCheckContext())).Status, Is.EqualTo(HealthStatus.Unhealthy));
    }
}
