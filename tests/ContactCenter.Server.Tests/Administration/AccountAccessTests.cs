using System.Net;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Administration;

/// <summary>Accounts and the list of practices are the administrators' alone.</summary>
internal sealed class AccountAccessTests
{
    private AccountHouse _house = null!;

    [OneTimeSetUp]
    public async Task Open() => _house = await AccountHouse.Open();

    [OneTimeTearDown]
    public async Task Close() => await _house.DisposeAsync();

    [TestCase(Roles.Agent)]
    [TestCase(Roles.Supervisor)]
    [TestCase(Roles.PracticeStaff)]
    [TestCase(Roles.Billing)]
    public async Task Every_other_role_is_refused_and_reads_nothing(string role)
    {
        var practices = role == Roles.Billing ? Array.Empty<Domain.Practices.PracticeId>() : [_house.Lilas];
        using var client = await _house.Host.SignedIn(await _house.Host.AddUser($"other-{role}", role, practices));
        foreach (var (method, path) in Paths())
        {
            var response = await AccountHouse.Ask(client, method, path, method == HttpMethod.Get ? null : new { });
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{method} {path}");
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("alice"), $"{method} {path}");
        }
    }

    [Test]
    public async Task Nobody_signed_in_is_asked_to_sign_in()
    {
        foreach (var (method, path) in Paths())
            Assert.That((await AccountHouse.Ask(_house.Host.CreateClient(), method, path, method == HttpMethod.Get ? null : new { })).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), $"{method} {path}");
    }

    [Test]
    public async Task Another_site_changes_nothing_with_her_cookie()
    {
        using var client = await _house.Host.SignedIn(_house.AliceAccount);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var response = await AccountHouse.Ask(client, HttpMethod.Post, "", new AddAccount("eve@test.example", _house.Form()));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await response.ProblemCode(), Is.EqualTo(AccessProblems.CrossOrigin));
    }

    [Test]
    public async Task An_administrator_alone_sees_no_patient_and_no_practice_is_hers()
    {
        Assert.That((await _house.Alice.GetAsync($"/api/practices/{_house.Lilas}/instructions")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await AccountHouse.Ask(_house.Alice, HttpMethod.Get, $"/{Guid.NewGuid()}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _house.Ask(HttpMethod.Post, $"/{Guid.NewGuid()}/close", new ActOnAccount("x"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private (HttpMethod, string)[] Paths()
    {
        var one = $"/{_house.AliceAccount.Id}";
        return
        [
            (HttpMethod.Get, ""), (HttpMethod.Get, one), (HttpMethod.Get, "/../practices"), (HttpMethod.Post, ""), (HttpMethod.Put, one), (HttpMethod.Post, $"{one}/password"),
            (HttpMethod.Post, $"{one}/end-sessions"), (HttpMethod.Post, $"{one}/unlock"), (HttpMethod.Post, $"{one}/close"), (HttpMethod.Post, $"{one}/reopen"),
        ];
    }
}
