using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Accounts;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Tests.Office.Accounts;

internal sealed class AccountPagesTests : DeskTest
{
    private const string Root = "/api/administration/accounts";
    private static readonly Guid Lilas = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Canal = Guid.Parse("00000000-0000-7000-8000-000000000002");

    private static readonly AccountView Jeanne = new(
        Guid.Parse("00000000-0000-7000-8000-000000000003"), "v1", "jeanne@exemple.fr", "Jeanne Vidal", [Roles.Agent], [new(Lilas, "Cabinet des Lilas", IsOwn: true)], ["fr", "br"],
        "fr-FR", AccountState.Active);

    private static readonly AccountView Alice = new(
        Guid.Parse("00000000-0000-7000-8000-000000000004"), "v1", "alice@exemple.fr", "Alice Dumas", [Roles.Administrator], [], [], "fr-FR", AccountState.Active, IsYou: true);

    private static string Of(AccountView account) => $"{Root}/{account.AccountId}";

    [Test]
    public async Task The_list_says_who_may_do_what_where_and_is_filtered_by_any_word()
    {
        var page = await ShowList(Jeanne, Alice, Jeanne with { AccountId = Guid.NewGuid(), Name = "Zoé Petit", State = AccountState.Closed });
        Assert.That(page.FindAll("tbody th").Select(h => h.Text().Trim()).ToList(), Has.Count.EqualTo(2).And.Some.StartsWith("Jeanne Vidal").And.Some.StartsWith("Alice Dumas"));
        Assert.That(page.FindAll("tbody tr")[0].Text(), Does.Contain("Secrétaire").And.Contain("Cabinet des Lilas (secrétaire du cabinet)").And.Contain("français, br").And.Contain("Actif"));
        Assert.That(page.FindAll("tbody tr")[1].Text(), Does.Contain("vous").And.Contain("Tous"));
        Assert.That(page.Find(".accounts-filter [role=status]").TextContent, Is.EqualTo("2 comptes"));

        await page.Find("#accounts-filter").InputAsync("LILAS vidal");
        Assert.That(page.FindAll("tbody tr"), Has.Count.EqualTo(1));
        await page.Find("#accounts-filter").InputAsync("personne");
        Assert.That(page.Find(".panel-empty").TextContent, Does.Contain("« personne »"));
        await page.Find("#accounts-filter").InputAsync("zoe");
        await page.Find("input[type=checkbox]").ChangeAsync(true);
        Assert.That(page.Find("tbody tr").Text(), Does.Contain("Fermé"));
    }

    [Test]
    public async Task A_new_account_is_sent_whole_and_its_password_shown_once()
    {
        await SignIn(Roles.Administrator);
        Http.On($"POST {Root}", new AccountAnswer(Jeanne, "abcd-efgh-jkmn"));
        var page = Browser.Render<NewAccountPage>();
        await page.Find("#field-name").ChangeAsync("Jeanne Vidal");
        await page.Find("#field-email").ChangeAsync("jeanne@exemple.fr");
        Assert.That(page.FindAll("#field-practices, #field-languages"), Is.Empty, "no role, nothing to choose");
        await Role(page, "Secrétaire");
        await page.Find("#field-practices input").ChangeAsync(true);
        await page.Find("#field-practices select").ChangeAsync("own");
        await page.Find("form").SubmitAsync();

        var body = Http.Received.Last(r => r.Request == $"POST {Root}").Body;
        Assert.That(body, Does.Contain("\"email\":\"jeanne@exemple.fr\"").And.Contain("\"roles\":[\"Agent\"]").And.Contain($"\"practiceId\":\"{Lilas}\",\"isOwn\":true").And.Contain("\"password\":null"));
        Assert.That(Http.Received.Last(r => r.Request == $"POST {Root}").Key, Is.Null, "an answer with a password is remembered nowhere");
        Assert.That(page.Find("dialog input").GetAttribute("value"), Is.EqualTo("abcd-efgh-jkmn"));
        await page.FindAll("dialog .actions button")[0].ClickAsync();
        Assert.That(page.Markup, Does.Not.Contain("abcd-efgh-jkmn"));
        Assert.That(Get<NavigationManager>().Uri, Does.Contain($"office/accounts/{Jeanne.AccountId}").And.Not.Contain("abcd"));
    }

    [Test]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_sent()
    {
        await SignIn(Roles.Administrator);
        var page = Browser.Render<NewAccountPage>();
        await page.Find("form").SubmitAsync();
        Assert.That(page.Find("#field-name-fault").TextContent, Does.Contain("1 à 100"));
        Assert.That(page.Find("#field-roles-fault").TextContent, Does.Contain("au moins un rôle"));
        Assert.That(Browser.JSInterop.Invocations["focus"][^1].Arguments[0], Is.EqualTo("#field-name"));
        Assert.That(Http.Received.Where(r => r.Request.StartsWith("POST", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(AccountProblems.EmailTaken, "email", "Cette adresse a déjà un compte.")]
    [TestCase(AccountProblems.WrongPassword, "password", "de 10 à 256 caractères")]
    public async Task A_refusal_stands_at_its_field_and_what_was_typed_stays(string code, string field, string sentence)
    {
        await SignIn(Roles.Administrator);
        Http.On($"POST {Root}", new { code, field }, HttpStatusCode.UnprocessableEntity);
        var page = Browser.Render<NewAccountPage>();
        await page.Find("#field-name").ChangeAsync("Paul");
        await page.Find("#field-email").ChangeAsync("paul@exemple.fr");
        await Role(page, "Facturation");
        await page.FindAll("input[type=radio]")[1].ChangeAsync(true);
        await page.Find("#field-password").InputAsync("court");
        await page.Find("form").SubmitAsync();
        Assert.That(page.Find($"#field-{field}-fault").TextContent, Does.Contain(sentence));
        Assert.That(page.Find($"#field-{field}").GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(page.Find("#field-password").GetAttribute("value"), Is.EqualTo("court"));
    }

    [Test]
    public async Task A_change_begins_from_its_version_and_what_another_administrator_made_meanwhile_is_shown_beside_what_was_typed()
    {
        var page = await Show(Jeanne);
        Http.On($"PUT {Of(Jeanne)}", new { code = AccountProblems.Outdated, current = Jeanne with { Version = "v2", Name = "Jeanne Roux" } }, HttpStatusCode.Conflict);
        await page.Find("#field-name").ChangeAsync("Jeanne Petit");
        await page.Find("form").SubmitAsync();
        Assert.That(page.Find("[role=alert]").Text(), Does.Contain("entre-temps").And.Contain("Jeanne Roux").And.Not.Contain("Langues"));
        Assert.That(page.Find("#field-name").GetAttribute("value"), Is.EqualTo("Jeanne Petit"));

        Http.On($"PUT {Of(Jeanne)}", new AccountAnswer(Jeanne with { Version = "v3", Name = "Jeanne Petit" }));
        await page.Find("form").SubmitAsync();
        Assert.That(Http.Received.Last(r => r.Request.StartsWith("PUT", StringComparison.Ordinal)).Body, Does.Contain("\"version\":\"v2\"").And.Contain("Jeanne Petit").And.Contain("br"));
        Assert.That(page.Find("form [role=status]").TextContent, Is.EqualTo("Enregistré."));
        Assert.That(page.FindAll("[role=alert]"), Is.Empty);
    }

    [Test]
    public async Task An_account_is_closed_after_it_was_asked_and_opened_again_with_a_password()
    {
        var closed = Jeanne with { State = AccountState.Closed, Practices = [], Version = "v2" };
        Http.On($"POST {Of(Jeanne)}/close", new AccountAnswer(closed));
        Http.On($"POST {Of(Jeanne)}/reopen", new AccountAnswer(closed with { State = AccountState.Active, Version = "v3" }, "abcd-efgh"));
        var page = await Show(Jeanne);
        await page.Find("#account-close").ClickAsync();
        Assert.That(Http.Received.Where(r => r.Request.StartsWith("POST", StringComparison.Ordinal)), Is.Empty);
        Assert.That(page.Find("dialog").TextContent, Does.Contain("Fermer le compte de Jeanne Vidal ?"));
        await page.Find("dialog .button.danger").ClickAsync();
        Assert.That(page.FindAll("form"), Is.Empty);
        Assert.That(page.Markup, Does.Contain("Le compte est fermé."));

        await page.Find("#account-reopen").ClickAsync();
        await page.Find("dialog form").SubmitAsync();
        Assert.That(Http.Received[^1].Body, Is.EqualTo("{\"version\":\"v2\",\"password\":null}"));
        Assert.That(page.Find("dialog input").GetAttribute("value"), Is.EqualTo("abcd-efgh"));
        Assert.That(page.FindAll("#field-practices input:checked"), Is.Empty);
    }

    [Test]
    public async Task A_locked_account_says_until_when_and_is_unlocked()
    {
        Http.On($"POST {Of(Jeanne)}/unlock", new AccountAnswer(Jeanne));
        var page = await Show(Jeanne with { State = AccountState.LockedOut, LockedUntil = Views.Noon.AddMinutes(10) });
        Assert.That(page.Find(".panel-head .tag").TextContent, Does.StartWith("Bloqué jusqu’à"));
        await page.Find("#account-unlock").ClickAsync();
        Assert.That(page.Markup, Does.Contain("Le compte est débloqué.").And.Not.Contain("Bloqué jusqu"));
    }

    [Test]
    public async Task Her_own_account_she_cannot_close_and_the_refusal_of_her_role_is_said_at_the_roles()
    {
        var page = await Show(Alice);
        Assert.That(page.FindAll("#account-close"), Is.Empty);
        Assert.That(page.Markup, Does.Contain("C’est votre compte"));
        Http.On($"PUT {Of(Alice)}", new { code = AccountProblems.OwnRole, field = "roles" }, HttpStatusCode.Conflict);
        await Role(page, "Facturation");
        await page.Find("form").SubmitAsync();
        Assert.That(page.Find("#field-roles-fault").TextContent, Is.EqualTo("Vous ne pouvez pas vous retirer l’administration."));
        Http.On($"PUT {Of(Alice)}", new { code = AccountProblems.LastAdministrator }, HttpStatusCode.Conflict);
        await page.Find("form").SubmitAsync();
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("dernier compte d’administration"));
    }

    [Test]
    public async Task Practices_are_read_with_their_numbers_and_how_to_add_one_in_English_too()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        await SignIn(Roles.Administrator);
        var page = Browser.Render<PracticesPage>();
        Assert.That(page.Find("tbody tr").Text(), Does.Contain("Cabinet des Lilas").And.Contain("01 80 00 00 09").And.Contain("lilas/accueil, version 3").And.Contain("2 secretaries").And.Contain("1 member"));
        Assert.That(page.FindAll("tbody tr")[1].Text(), Does.Contain("No number").And.Contain("No dialogue yet"));
        Assert.That(page.Find(".note").TextContent, Does.Contain("add-practice").And.Contain("docs/operations.md"));
    }

    [Test]
    public async Task The_pages_are_the_administrators_own_and_stand_in_their_tabs()
    {
        await SignIn(Roles.Billing);
        Assert.That(Browser.Render<AccountsPage>().Find("[role=alert]").TextContent, Does.Contain("administration"));
        Assert.That(Http.Received.Where(r => r.Request.Contains("administration", StringComparison.Ordinal)), Is.Empty);
        var page = await ShowList(Jeanne);
        Assert.That(page.FindAll(".office-pages a").Select(a => a.TextContent), Is.EqualTo(["Comptes", "Cabinets"]));
    }

    [Test]
    public async Task An_administrator_lands_on_the_accounts()
    {
        await SignIn(Roles.Administrator);
        Browser.Render<HomePage>();
        Assert.That(Get<NavigationManager>().Uri, Does.EndWith("office/accounts"));
    }

    private async Task<IRenderedComponent<AccountsPage>> ShowList(params AccountView[] accounts)
    {
        await SignIn(Roles.Administrator);
        Http.On($"GET {Root}", new AccountList(accounts));
        return Browser.Render<AccountsPage>();
    }

    private async Task<IRenderedComponent<AccountPage>> Show(AccountView account)
    {
        await SignIn(Roles.Administrator);
        Http.On($"GET {Of(account)}", account);
        return Browser.Render<AccountPage>(p => p.Add(c => c.AccountId, account.AccountId));
    }

    private static Task Role<T>(IRenderedComponent<T> page, string name) where T : IComponent =>
        page.FindAll("#field-roles label").Single(l => l.Text().Trim() == name).QuerySelector("input")!.ChangeAsync(true);

    private async Task SignIn(string role)
    {
        Http.On("GET /api/session", new SessionView(Alice.AccountId, "Alice Dumas", Alice.Email, [role], [new(Lilas, "lilas", "Cabinet des Lilas")], Views.Noon));
        Http.On("GET /api/administration/practices", new List<PracticeOverview>
        {
            new(Lilas, "lilas", "Cabinet des Lilas", "Europe/Paris", [new("+33180000009", "Ligne principale", true)], "lilas/accueil", 3, 2, 1),
            new(Canal, "canal", "Pédiatrie du Canal", "Europe/Paris", [], null, null, 0, 0),
        });
        await Get<Session>().Load();
    }
}
