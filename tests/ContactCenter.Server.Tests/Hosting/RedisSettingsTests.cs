using ContactCenter.Server.Hosting;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Hosting;

internal sealed class RedisSettingsTests
{
    [TestCase("127.0.0.1:1,password=s3cret,colour=blue")]
    [TestCase("password=s3cret")]
    public void A_setting_that_cannot_be_read_is_named_without_its_password(string redis)
    {
        using var host = new TestHost(web => web.UseSetting(RedisSettings.Name, redis));
        Assert.That(() => _ = host.Server, Throws.TypeOf<ConfigurationFault>().With.Message.Contains(RedisSettings.Name).And.Message.Not.Contains("s3cret"));
    }

    [Test]
    public async Task A_server_starts_without_the_Redis_it_is_told_of_and_says_that_it_is_degraded()
    {
        await using var host = new TestHost(web => web.UseSetting(RedisSettings.Name, "127.0.0.1:1"));
        using var client = host.CreateClient();
        var ready = await client.GetAsync("/health/ready");
        Assert.That((ready.IsSuccessStatusCode, await ready.Content.ReadAsStringAsync()), Is.EqualTo((true, "Degraded")));
    }

    [Test]
    public async Task A_lone_server_opens_nothing()
    {
        await using var host = new TestHost();
        Assert.That(host.Services.GetRequiredService<IOtherNodes>(), Is.TypeOf<LoneNode>());
    }
}
