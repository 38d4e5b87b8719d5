using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Administration;

internal sealed class AddAccountTests : AccountTest
{
    [Test]
    public async Task A_made_password_is_shown_once_and_signs_in()
    {
        var answer = await House.Add(password: null);
        Assert.That(answer.Password, Has.Length.EqualTo(24).And.Match("^([a-z2-9]{4}-){4}[a-z2-9]{4}$"));
        Assert.That(await House.SignIn("jeanne@test.example", answer.Password!), Is.EqualTo(HttpStatusCode.OK));
        foreach (var path in new[] { "", $"/{answer.Account.AccountId}" })
            Assert.That(await House.Alice.GetStringAsync(AccountHouse.Root + path), Does.Contain("Jeanne Vidal").And.Not.Contain(answer.Password!));
        Assert.That((await House.Add("marc@test.example", password: null)).Password, Is.Not.EqualTo(answer.Password));
    }

    [Test]
    public async Task A_typed_password_signs_in_and_is_not_sent_back()
    {
        var response = await House.Ask(HttpMethod.Post, "", new AddAccount("jeanne@test.example", House.Form(), "correct horse battery"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("correct horse"));
        Assert.That(response.Headers.CacheControl!.NoStore);
        Assert.That(await House.SignIn("jeanne@test.example", "correct horse battery"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_agent_may_begin_where_she_was_given_a_practice_and_nowhere_else()
    {
        var form = House.Form() with { Practices = [new(House.Lilas.Value, IsOwn: true)], Languages = ["fr", "en"], Culture = "en-GB" };
        var account = (await House.Add(form: form)).Account;
        Assert.Multiple(() =>
        {
            Assert.That(account.Practices, Is.EqualTo([new AccountPractice(House.Lilas.Value, "Cabinet lilas", true)]));
            Assert.That(account.Languages, Is.EqualTo(["fr", "en"]));
            Assert.That((account.Culture, account.State, account.IsYou), Is.EqualTo(("en-GB", AccountState.Active, false)));
        });
        using var jeanne = House.Host.CreateClient();
        await AccountHouse.SignIn(jeanne, "jeanne@test.example", TestHost.Password);
        Assert.That((await jeanne.GetFromJsonAsync<SessionView>("/api/session"))!.Practices.Select(p => p.PracticeId), Is.EqualTo([House.Lilas.Value]));
        Assert.That((await jeanne.GetAsync($"/api/practices/{House.Canal}/instructions")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var profile = await House.Host.Store.Read((db, token) => db.Set<AgentProfile>().SingleAsync(token), default);
        Assert.That((profile.Initials, profile.IsActive), Is.EqualTo(("JV", true)));
    }

    [Test]
    public async Task Several_roles_are_given_together_and_practices_to_each_that_has_any()
    {
        await House.Add(form: House.Form() with { Roles = [Roles.Administrator, Roles.Supervisor, Roles.Agent] });
        var (served, members) = await House.Host.Store.Read(
            async (db, token) => (await db.Set<AgentPractice>().CountAsync(token), await db.Set<PracticeMember>().CountAsync(token)), default);
        Assert.That((served, members), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task It_is_written_down_who_added_whom()
    {
        var account = (await House.Add()).Account;
        var row = (await House.Trail()).Single();
        var trail = House.Host.Services.GetService(typeof(AuditTrail)) as AuditTrail;
        Assert.That((row.Action, row.UserId, row.Role, row.Patient),
            Is.EqualTo((AuditAction.AccountAdded, House.AliceAccount.Id, Roles.Administrator, (long?)trail!.Pseudonym(account.AccountId))));
        var check = (AuditCheck)House.Host.Services.GetService(typeof(AuditCheck))!;
        Assert.That(await check.Verify(AuditTrail.OfAccounts, default), Is.EqualTo(AuditVerdict.Intact(1)));
    }

    [Test]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_written()
    {
        await House.Add();
        var before = await House.Trail();
        foreach (var (request, code, field) in new (AddAccount, string, string)[]
        {
            (Wanted(email: "jeanne"), AccountProblems.WrongEmail, "email"),
            (Wanted(email: "JEANNE@test.example"), AccountProblems.EmailTaken, "email"),
            (Wanted(form: House.Form() with { Name = " " }), AccountProblems.WrongName, "name"),
            (Wanted(form: House.Form() with { Name = new string('a', 101) }), AccountProblems.WrongName, "name"),
            (Wanted(form: House.Form() with { Roles = [] }), AccountProblems.WrongRoles, "roles"),
            (Wanted(form: House.Form() with { Roles = ["Doctor"] }), AccountProblems.WrongRoles, "roles"),
            (Wanted(form: House.Form(Roles.Billing)), AccountProblems.WrongPractices, "practices"),
            (Wanted(form: House.Form() with { Practices = [new(Guid.NewGuid())] }), AccountProblems.WrongPractices, "practices"),
            (Wanted(form: House.Form() with { Languages = [] }), AccountProblems.WrongLanguages, "languages"),
            (Wanted(form: House.Form() with { Languages = ["french"] }), AccountProblems.WrongLanguages, "languages"),
            (Wanted(form: House.Form() with { Culture = "de-DE" }), AccountProblems.WrongCulture, "culture"),
            (Wanted(password: "short"), AccountProblems.WrongPassword, "password"),
            (Wanted(password: new string('a', 257)), AccountProblems.WrongPassword, "password"),
        })
        {
            var response = await House.Ask(HttpMethod.Post, "", request);
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.That(
                (response.StatusCode, body.GetProperty("code").GetString(), body.GetProperty("field").GetString()),
                Is.EqualTo((code == AccountProblems.EmailTaken ? HttpStatusCode.Conflict : HttpStatusCode.UnprocessableEntity, code, field)));
        }

        Assert.That(await House.Host.Store.Read((db, token) => db.Users.CountAsync(token), default), Is.EqualTo(2));
        Assert.That(await House.Trail(), Has.Count.EqualTo(before.Count));
    }

    [Test]
    public async Task Two_who_add_the_same_address_in_one_moment_make_one_account()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => House.Ask(HttpMethod.Post, "", Wanted())));
        Assert.That(answers.Select(a => a.StatusCode).Order(), Is.EqualTo([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict]));
    }

    [Test]
    public async Task Practices_are_listed_with_their_numbers_and_people()
    {
        await House.Add();
        await House.Add("accueil@test.example", House.Form(Roles.PracticeStaff));
        await House.Host.Store.Write(
            (db, token) =>
            {
                db.Add(new PhoneLine { Id = new PhoneLineId(Guid.NewGuid()), PracticeId = House.Lilas, Number = "+33180000009", Label = "Ligne principale" });
                return Task.CompletedTask;
            },
            default);
        var practices = (await House.Alice.GetFromJsonAsync<List<PracticeOverview>>("/api/administration/practices", TestJson.Options))!;
        Assert.That(practices.Select(p => p.Name), Is.EqualTo(["Cabinet canal", "Cabinet lilas"]));
        var lilas = practices[1];
        Assert.That((lilas.Agents, lilas.Members, lilas.TimeZone, lilas.Dialogue), Is.EqualTo((1, 1, "Europe/Paris", (string?)null)));
        Assert.That(lilas.Lines, Is.EqualTo([new LineOverview("+33180000009", "Ligne principale", true)]));
    }

    private AddAccount Wanted(string email = "marc@test.example", AccountForm? form = null, string password = TestHost.Password) => new(email, form ?? House.Form(), password);
}
