using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Identity;

internal sealed class CrossOriginGuardTests
{
    private TestHost _host = null!;

    [OneTimeSetUp]
    public void Start() => _host = new TestHost(web => web.UseSetting("Hosting:ConsoleOrigins:0", "https://console.example"));

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "https://localhost")]
    [TestCase("Origin", "null")]
    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    public async Task A_change_sent_by_another_site_is_refused(string header, string value)
    {
        var response = await Post(header, value);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await response.ProblemCode(), Is.EqualTo(AccessProblems.CrossOrigin));
    }

    [TestCase("Origin", "http://localhost")]
    [TestCase("Origin", "https://console.example")]
    [TestCase("Sec-Fetch-Site", "same-origin")]
    [TestCase("X-Nothing", "no browser")]
    public async Task Ones_own_page_passes(string header, string value) =>
        Assert.That((await Post(header, value)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

    [Test]
    public async Task A_hub_is_guarded_for_every_method()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/hubs/agent");
        request.Headers.Add("Origin", "https://evil.example");
        Assert.That((await _host.CreateClient().SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private Task<HttpResponseMessage> Post(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Content = JsonContent.Create(new SignIn("a@b.example", "wrong password")) };
        request.Headers.Add(header, value);
        return _host.CreateClient().SendAsync(request);
    }
}
