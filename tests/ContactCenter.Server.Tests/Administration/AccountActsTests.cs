using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Administration;

/// <summary>Passwords, sessions, locks, and the end of an account.</summary>
internal sealed class AccountActsTests : AccountTest
{
    private AccountView _jeanne = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Open()
    {
        _jeanne = (await House.Add()).Account;
        _client = House.Host.CreateClient();
        Assert.That(await AccountHouse.SignIn(_client, _jeanne.Email, TestHost.Password), Is.EqualTo(HttpStatusCode.OK));
    }

    [TearDown]
    public void Close() => _client.Dispose();

    [Test]
    public async Task Another_password_replaces_the_old_one_and_ends_the_sessions()
    {
        var answer = await House.Done(HttpMethod.Post, $"/{_jeanne.AccountId}/password", new SetPassword(_jeanne.Version));
        Assert.That(await IsSignedIn(), Is.False);
        Assert.That(await House.SignIn(_jeanne.Email, TestHost.Password), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await House.SignIn(_jeanne.Email, answer.Password!), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await House.Trail())[^1].Action, Is.EqualTo(AuditAction.AccountPasswordSet));
    }

    [Test]
    public async Task A_password_that_is_too_short_is_refused_and_the_old_one_stays()
    {
        var response = await House.Ask(HttpMethod.Post, $"/{_jeanne.AccountId}/password", new SetPassword(_jeanne.Version, "short"));
        Assert.That((response.StatusCode, await response.ProblemCode()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, AccountProblems.WrongPassword)));
        Assert.That(await IsSignedIn(), Is.True);
    }

    [Test]
    public async Task Sessions_end_and_the_password_stays()
    {
        await Act("end-sessions");
        Assert.That(await IsSignedIn(), Is.False);
        Assert.That(await House.SignIn(_jeanne.Email, TestHost.Password), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await House.Trail())[^1].Action, Is.EqualTo(AuditAction.AccountSessionsEnded));
    }

    [Test]
    public async Task Her_own_sessions_end_everywhere_but_here()
    {
        using var elsewhere = await House.Host.SignedIn(House.AliceAccount);
        var alice = await House.View(House.AliceAccount.Id);
        await House.Done(HttpMethod.Post, $"/{alice.AccountId}/end-sessions", new ActOnAccount(alice.Version));
        Assert.That((await elsewhere.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await House.Alice.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_locked_account_is_shown_so_and_unlocked_signs_in_at_once()
    {
        for (var attempt = 0; attempt < 10; attempt++)
            await House.SignIn(_jeanne.Email, "wrong password");
        Assert.That(await House.SignIn(_jeanne.Email, TestHost.Password), Is.EqualTo(HttpStatusCode.TooManyRequests));
        var locked = await House.View(_jeanne.AccountId);
        Assert.That((locked.State, locked.LockedUntil), Is.EqualTo((AccountState.LockedOut, (DateTimeOffset?)House.Time.GetUtcNow().AddMinutes(15))));
        Assert.That((await Act("unlock")).State, Is.EqualTo(AccountState.Active));
        Assert.That(await House.SignIn(_jeanne.Email, TestHost.Password), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await House.Trail())[^1].Action, Is.EqualTo(AuditAction.AccountUnlocked));
    }

    [Test]
    public async Task A_lock_that_has_passed_is_none()
    {
        for (var attempt = 0; attempt < 10; attempt++)
            await House.SignIn(_jeanne.Email, "wrong password");
        House.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.That((await House.View(_jeanne.AccountId)).State, Is.EqualTo(AccountState.Active));
    }

    [Test]
    public async Task A_closed_account_signs_in_no_more_and_opened_again_it_has_no_practice()
    {
        var closed = await Act("close");
        Assert.That((closed.State, closed.Practices.Count), Is.EqualTo((AccountState.Closed, 0)));
        Assert.That(await IsSignedIn(), Is.False);
        Assert.That(await House.SignIn(_jeanne.Email, TestHost.Password), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await IsCalled(), Is.False);
        foreach (var (path, body) in new (string, object)[] { ("close", new ActOnAccount(closed.Version)), ("unlock", new ActOnAccount(closed.Version)), ("password", new SetPassword(closed.Version)) })
            Assert.That(await (await House.Ask(HttpMethod.Post, $"/{closed.AccountId}/{path}", body)).ProblemCode(), Is.EqualTo(AccountProblems.Closed), path);
        Assert.That(
            await (await House.Ask(HttpMethod.Put, $"/{closed.AccountId}", new ChangeAccount(closed.Version, House.Form()))).ProblemCode(), Is.EqualTo(AccountProblems.Closed));

        var opened = await House.Done(HttpMethod.Post, $"/{closed.AccountId}/reopen", new SetPassword(closed.Version));
        Assert.That((opened.Account.State, opened.Account.Practices.Count), Is.EqualTo((AccountState.Active, 0)));
        Assert.That(await House.SignIn(_jeanne.Email, opened.Password!), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await IsCalled(), Is.True);
        Assert.That(
            await (await House.Ask(HttpMethod.Post, $"/{closed.AccountId}/reopen", new SetPassword(opened.Account.Version))).ProblemCode(), Is.EqualTo(AccountProblems.NotClosed));
        Assert.That((await House.Trail()).Select(r => r.Action), Is.EqualTo([AuditAction.AccountAdded, AuditAction.AccountClosed, AuditAction.AccountReopened]));
    }

    [Test]
    public async Task Whoever_was_closed_meanwhile_changes_nothing_more()
    {
        var berthe = (await House.Add("berthe@test.example", new AccountForm("Berthe", [Roles.Administrator], [], [], "fr-FR"))).Account;
        using var client = House.Host.CreateClient();
        await AccountHouse.SignIn(client, berthe.Email, TestHost.Password);
        await House.Done(HttpMethod.Post, $"/{berthe.AccountId}/close", new ActOnAccount(berthe.Version));
        var response = await AccountHouse.Ask(client, HttpMethod.Post, $"/{_jeanne.AccountId}/close", new ActOnAccount(_jeanne.Version));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private async Task<AccountView> Act(string act)
    {
        var now = await House.View(_jeanne.AccountId);
        return (await House.Done(HttpMethod.Post, $"/{now.AccountId}/{act}", new ActOnAccount(now.Version))).Account;
    }

    private async Task<bool> IsSignedIn() => (await _client.GetAsync("/api/session")).StatusCode == HttpStatusCode.OK;

    private Task<bool> IsCalled() => House.Host.Store.Read((db, token) => db.Set<AgentProfile>().AnyAsync(a => a.IsActive, token), default);
}
