using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Administration;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Identity;

internal sealed class SessionTests
{
    private TestHost _host = null!;
    private PracticeId _lilas;

    [SetUp]
    public async Task Start()
    {
        _host = new TestHost();
        _lilas = await _host.AddPractice("lilas");
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Signing_in_tells_who_one_is_and_which_practices_one_answers_for()
    {
        await _host.AddPractice("other");
        var claire = await _host.AddUser("claire", Roles.Agent, _lilas);
        var client = await _host.SignedIn(claire);
        var session = await client.GetFromJsonAsync<SessionView>("/api/session");
        Assert.Multiple(() =>
        {
            Assert.That(session!.AccountId, Is.EqualTo(claire.Id));
            Assert.That(session.Roles, Is.EqualTo([Roles.Agent]));
            Assert.That(session.Practices.Select(p => p.PracticeId), Is.EqualTo([_lilas.Value]));
        });
    }

    [Test]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        var claire = await _host.AddUser("claire", Roles.Agent, _lilas);
        var response = await _host.CreateClient().PostAsJsonAsync("/api/session", new SignIn(claire.Email!, TestHost.Password));
        Assert.That(response.Headers.GetValues("Set-Cookie").Single(), Does.Contain("httponly").And.Contain("samesite=strict"));
    }

    [TestCase("claire@test.example", "wrong password")]
    [TestCase("nobody@test.example", "wrong password")]
    [TestCase("", "")]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_answer(string email, string password)
    {
        await _host.AddUser("claire", Roles.Agent, _lilas);
        var response = await _host.CreateClient().PostAsJsonAsync("/api/session", new SignIn(email, password));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await response.ProblemCode(), Is.EqualTo(AccessProblems.SignInRefused));
    }

    [Test]
    public async Task Without_a_session_the_api_answers_401_and_does_not_redirect()
    {
        var response = await _host.CreateClient().GetAsync("/api/session");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await response.ProblemCode(), Is.EqualTo(AccessProblems.SignInNeeded));
    }

    [Test]
    public async Task Signing_out_ends_it()
    {
        var client = await _host.SignedIn(await _host.AddUser("claire", Roles.Agent, _lilas));
        await client.DeleteAsync("/api/session");
        Assert.That((await client.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_revoked_session_ends_at_its_next_request()
    {
        var claire = await _host.AddUser("claire", Roles.Agent, _lilas);
        var client = await _host.SignedIn(claire);
        await _host.Services.GetRequiredService<AccountActs>().EndSessions(AccountOrder.Of(claire.Email!), default);
        Assert.That((await client.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_session_survives_a_restart_of_the_server()
    {
        var claire = await _host.AddUser("claire", Roles.Agent, _lilas);
        var signIn = await _host.CreateClient().PostAsJsonAsync("/api/session", new SignIn(claire.Email!, TestHost.Password));
        var cookie = signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        _host.KeepsData = true;
        await _host.DisposeAsync();
        await using var restarted = _host.OnSameData();
        var client = restarted.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.That((await client.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
