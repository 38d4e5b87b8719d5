using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Practices;
using ContactCenter.Server.SetUp;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Administration;

internal sealed class ChangeAccountTests : AccountTest
{
    [Test]
    public async Task Practices_are_given_and_taken_while_the_session_goes_on_and_what_stays_is_not_touched()
    {
        var account = (await House.Add()).Account;
        await House.Host.Store.Write(async (db, token) => (await db.Set<AgentPractice>().SingleAsync(token)).Familiarity = 4, default);
        using var jeanne = House.Host.CreateClient();
        await AccountHouse.SignIn(jeanne, account.Email, TestHost.Password);

        account = await Change(account, House.Form() with { Practices = [new(House.Lilas.Value, IsOwn: true), new(House.Canal.Value)] });
        Assert.That((await jeanne.GetFromJsonAsync<SessionView>("/api/session"))!.Practices, Has.Count.EqualTo(2));
        var kept = await House.Host.Store.Read((db, token) => db.Set<AgentPractice>().SingleAsync(a => a.PracticeId == House.Lilas, token), default);
        Assert.That((kept.Familiarity, kept.IsOwn), Is.EqualTo((4, true)));

        await Change(account, House.Form() with { Practices = [new(House.Canal.Value)] });
        Assert.That((await jeanne.GetFromJsonAsync<SessionView>("/api/session"))!.Practices.Select(p => p.PracticeId), Is.EqualTo([House.Canal.Value]));
        Assert.That((await House.Trail()).Select(r => r.Action), Is.EqualTo([AuditAction.AccountAdded, AuditAction.AccountPracticesChanged, AuditAction.AccountPracticesChanged]));
    }

    [Test]
    public async Task Other_roles_end_the_sessions_and_take_the_rows_of_the_old_ones()
    {
        var account = (await House.Add()).Account;
        using var jeanne = House.Host.CreateClient();
        await AccountHouse.SignIn(jeanne, account.Email, TestHost.Password);
        account = await Change(account, House.Form(Roles.PracticeStaff));
        Assert.That((await jeanne.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        var (served, members, active) = await House.Host.Store.Read(
            async (db, token) => (await db.Set<AgentPractice>().CountAsync(token), await db.Set<PracticeMember>().CountAsync(token), await db.Set<AgentProfile>().CountAsync(a => a.IsActive, token)),
            default);
        Assert.That((served, members, active, account.Languages.Count), Is.EqualTo((0, 1, 0, 0)));

        account = await Change(account, House.Form() with { Roles = [Roles.Agent, Roles.PracticeStaff] });
        Assert.That((string.Join(',', account.Roles), string.Join(',', account.Languages)), Is.EqualTo(("Agent,PracticeStaff", "fr")));
        Assert.That(await House.Host.Store.Read((db, token) => db.Set<AgentProfile>().CountAsync(a => a.IsActive, token), default), Is.EqualTo(1));
        Assert.That((await House.Trail()).Select(r => r.Action), Does.Contain(AuditAction.AccountRolesChanged));
    }

    [Test]
    public async Task A_name_and_languages_change_and_the_initials_with_them()
    {
        var account = (await House.Add()).Account;
        await Change(account, House.Form() with { Name = " Jeanne Vidal-Roux Petit ", Languages = ["fr", "es"], Culture = "en-GB" });
        var now = await House.View(account.AccountId);
        Assert.That((now.Name, string.Join(',', now.Languages), now.Culture), Is.EqualTo(("Jeanne Vidal-Roux Petit", "fr,es", "en-GB")));
        Assert.That((await House.Host.Store.Read((db, token) => db.Set<AgentProfile>().SingleAsync(token), default)).Initials, Is.EqualTo("JVP"));
    }

    [Test]
    public async Task The_same_again_changes_nothing_and_is_not_written_down()
    {
        var account = (await House.Add()).Account;
        Assert.That((await Change(account, House.Form())).Version, Is.EqualTo(account.Version));
        Assert.That(await House.Trail(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_change_from_an_older_version_is_refused_with_what_is_now_and_changes_nothing()
    {
        var account = (await House.Add()).Account;
        await Change(account, House.Form() with { Name = "Jeanne Roux" });
        var response = await House.Ask(HttpMethod.Put, $"/{account.AccountId}", new ChangeAccount(account.Version, House.Form() with { Languages = ["de"] }));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(body.GetProperty("code").GetString(), Is.EqualTo(AccountProblems.Outdated));
        Assert.That(body.GetProperty("current").Deserialize<AccountView>(TestJson.Options)!.Name, Is.EqualTo("Jeanne Roux"));
        Assert.That((await House.View(account.AccountId)).Languages, Is.EqualTo(["fr"]));
        foreach (var act in new[] { "password", "end-sessions", "unlock", "close" })
            Assert.That(await Code(act, account.AccountId, account.Version), Is.EqualTo(AccountProblems.Outdated), act);
    }

    [Test]
    public async Task A_command_in_between_makes_a_version_older_and_a_mistyped_password_does_not()
    {
        var account = (await House.Add()).Account;
        await House.SignIn(account.Email, "wrong password");
        Assert.That((await House.View(account.AccountId)).Version, Is.EqualTo(account.Version));
        using var said = new StringWriter();
        await SetUpCommands.Run(
            SetUpCommands.Assign, ["--email", account.Email, "--practice", "canal"], House.Host.Services, new CommandTerminal(new StringReader(""), said, said));
        Assert.That(said.ToString().Trim(), Is.EqualTo("jeanne@test.example is there for Cabinet canal."));
        Assert.That(await Code("close", account.AccountId, account.Version), Is.EqualTo(AccountProblems.Outdated));
        Assert.That((await House.Trail())[^1], Has.Property(nameof(AuditRow.Role)).EqualTo("command").And.Property(nameof(AuditRow.Action)).EqualTo(AuditAction.AccountPracticesChanged));
    }

    [Test]
    public async Task Of_two_changes_in_one_moment_one_is_refused()
    {
        var account = (await House.Add()).Account;
        var answers = await Task.WhenAll(new[] { "Jeanne Roux", "Jeanne Petit" }.Select(name =>
            House.Ask(HttpMethod.Put, $"/{account.AccountId}", new ChangeAccount(account.Version, House.Form() with { Name = name }))));
        Assert.That(answers.Select(a => a.StatusCode), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.Conflict]));
    }

    [Test]
    public async Task She_takes_no_administration_from_herself_nor_closes_herself_and_the_last_stays()
    {
        var alice = await House.View(House.AliceAccount.Id);
        Assert.That(alice.IsYou, Is.True);
        var without = new AccountForm("alice", [Roles.Billing], [], [], "fr-FR");
        Assert.That(await CodeOfChange(alice, without), Is.EqualTo(AccountProblems.LastAdministrator));
        Assert.That(await Code("close", alice.AccountId, alice.Version), Is.EqualTo(AccountProblems.LastAdministrator));

        await House.Add("berthe@test.example", new AccountForm("Berthe", [Roles.Administrator], [], [], "fr-FR"));
        Assert.That(await CodeOfChange(alice, without), Is.EqualTo(AccountProblems.OwnRole));
        Assert.That(await Code("close", alice.AccountId, alice.Version), Is.EqualTo(AccountProblems.Yourself));
        Assert.That((await House.View(alice.AccountId)).Roles, Is.EqualTo([Roles.Administrator]));
    }

    [Test]
    public async Task Two_administrators_who_close_each_other_in_one_moment_leave_one()
    {
        var berthe = (await House.Add("berthe@test.example", new AccountForm("Berthe", [Roles.Administrator], [], [], "fr-FR"))).Account;
        using var client = House.Host.CreateClient();
        await AccountHouse.SignIn(client, berthe.Email, TestHost.Password);
        var alice = await House.View(House.AliceAccount.Id);
        var answers = await Task.WhenAll(
            House.Ask(HttpMethod.Post, $"/{berthe.AccountId}/close", new ActOnAccount(berthe.Version)),
            AccountHouse.Ask(client, HttpMethod.Post, $"/{alice.AccountId}/close", new ActOnAccount(alice.Version)));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(await House.Host.Store.Read((db, token) => db.Users.CountAsync(u => u.PasswordHash != null, token), default), Is.EqualTo(1));
    }

    [Test]
    public async Task Her_own_other_role_holds_at_once_without_signing_in_again()
    {
        var alice = await House.View(House.AliceAccount.Id);
        await Change(alice, new AccountForm("Alice Dumas", [Roles.Billing, Roles.Administrator], [], [], "fr-FR"));
        var session = (await House.Alice.GetFromJsonAsync<SessionView>("/api/session"))!;
        Assert.That((session.Name, string.Join(',', session.Roles)), Is.EqualTo(("Alice Dumas", "Billing,Administrator")));
    }

    private async Task<AccountView> Change(AccountView account, AccountForm form) =>
        (await House.Done(HttpMethod.Put, $"/{account.AccountId}", new ChangeAccount(account.Version, form))).Account;

    private async Task<string?> CodeOfChange(AccountView account, AccountForm form) =>
        await (await House.Ask(HttpMethod.Put, $"/{account.AccountId}", new ChangeAccount(account.Version, form))).ProblemCode();

    private async Task<string?> Code(string act, Guid account, string version) =>
        await (await House.Ask(HttpMethod.Post, $"/{account}/{act}", new ActOnAccount(version))).ProblemCode();
}
