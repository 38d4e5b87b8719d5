using System.Net;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace ContactCenter.Server.Tests.Hosting;

internal sealed class SecurityHeadersTests
{
    private TestHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _host = new TestHost(web => web.UseSetting("Hosting:SoftphoneOrigins:0", "http://phone.example:5090"));
        _client = _host.CreateClient();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [TestCase("/")]
    [TestCase("/api/session")]
    [TestCase("/api/nothing")]
    [TestCase("/health/live")]
    public async Task Every_answer_bears_them(string address)
    {
        var headers = (await _client.GetAsync(address)).Headers;
        Assert.Multiple(() =>
        {
            Assert.That(headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Not.Contain("'unsafe-eval'"));
            Assert.That(headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(headers.GetValues("X-Frame-Options"), Is.EqualTo(["DENY"]));
            Assert.That(headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
        });
    }

    [Test]
    public async Task Without_another_softphone_the_vendor_s_hosts_may_be_connected_to_and_no_other()
    {
        await using var host = new TestHost();
        var policy = (await host.CreateClient().GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        var sources = policy.Split("; ").ToDictionary(p => p.Split(' ')[0], p => p.Split(' ')[1..]);
        Assert.That(sources["connect-src"], Does.Contain("wss://voice-js.roaming.twilio.com").And.Contain("https://eventgw.twilio.com"));
        Assert.That(sources["media-src"], Does.Contain("mediastream:"));
        Assert.That(sources["script-src"].Where(s => s.StartsWith("http", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task The_softphone_s_origin_may_be_loaded_and_connected_to()
    {
        var policy = (await _client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        var sources = policy.Split("; ").ToDictionary(p => p.Split(' ')[0], p => p.Split(' ')[1..]);
        Assert.That(sources["script-src"], Does.Contain("http://phone.example:5090"));
        Assert.That(sources["connect-src"], Does.Contain("ws://phone.example:5090").And.Contain("http://phone.example:5090"));
    }

    [Test]
    public async Task Answers_of_the_api_are_kept_nowhere() =>
        Assert.That((await _client.GetAsync("/api/session")).Headers.CacheControl!.NoStore, Is.True);

    [Test]
    public async Task An_unknown_page_is_the_console_and_an_unknown_address_of_the_api_is_a_problem()
    {
        Assert.That((await _client.GetAsync("/agenda")).Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        var unknown = await _client.GetAsync("/api/nothing");
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await unknown.ProblemCode(), Is.EqualTo("not-found"));
    }
}
