using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>An administrator makes, changes and closes accounts, by keyboard.</summary>
internal sealed class AccountsTests : BrowserTest
{
    protected override string[] Permissions => ["microphone", "clipboard-read", "clipboard-write"];

    [Test]
    public async Task An_account_is_added_signs_in_and_is_closed()
    {
        var page = (await SignIn("admin")).Page;
        await Row(page, "Claire Fontaine").WaitForAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Comptes");
        await Shown(page, "accounts");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ajouter un compte" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Nom")).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Nouveau compte");
        await page.Keyboard.TypeAsync("Jeanne Vidal");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#field-email")).ToBeFocusedAsync();
        await Shown(page, "account-new-faults");
        await page.Keyboard.TypeAsync("jeanne@demo.contactcenter.local");
        await Box(page, "Secrétaire").PressAsync("Space");
        await Box(page, "Cabinet des Lilas").PressAsync("Space");
        await page.GetByLabel("Pour Cabinet des Lilas").SelectOptionAsync("own");
        await Box(page, "anglais").PressAsync("Space");
        await Shown(page, "account-new");
        await page.GetByLabel("Nom").PressAsync("Enter");

        var shown = page.Locator("#account-password");
        await shown.WaitForAsync();
        await Shown(page, "account-password");
        var password = await shown.InputValueAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Copié.").WaitForAsync();
        Assert.That(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), Is.EqualTo(password));
        await page.GetByText("J’ai noté le mot de passe").PressAsync("Enter");
        await page.GetByText("Le compte de Jeanne Vidal est créé.").WaitForAsync();
        Assert.That(await page.ContentAsync(), Does.Not.Contain(password));
        await Shown(page, "account");

        var jeanne = (await SignInElsewhere("jeanne")).Page;
        await jeanne.GetByText("Adresse ou mot de passe inconnu").WaitForAsync();
        await jeanne.Locator("input[type=password]").FillAsync(password);
        await jeanne.Keyboard.PressAsync("Enter");
        await jeanne.Locator(".ready-panel").WaitForAsync();

        await Button(page, "Fermer le compte").PressAsync("Enter");
        await page.Locator("dialog[open]").WaitForAsync();
        await Shown(page, "account-close");
        await Assertions.Expect(Button(page, "Garder le compte")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Button(page, "Fermer le compte")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("dialog[open]").GetByText("Fermer le compte", new() { Exact = true }).PressAsync("Enter");
        await page.GetByText("Le compte est fermé.").WaitForAsync();
        await Assertions.Expect(Button(page, "Rouvrir le compte")).ToBeFocusedAsync();
        await Shown(page, "account-closed");
        await jeanne.GetByText("Votre session a pris fin").WaitForAsync();
    }

    [Test]
    public async Task Each_page_is_whole_in_English_too()
    {
        var page = (await SignIn("admin")).Page;
        await Row(page, "Claire Fontaine").WaitForAsync();
        await page.Locator("button[lang=en]").ClickAsync();
        await page.Locator("html[lang=en]").WaitForAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("nobody here");
        await page.GetByText("No account matches “nobody here”").WaitForAsync();
        await Shown(page, "accounts-none-en");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await Shown(page, "accounts-en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the account of Alice Dumas" }).PressAsync("Enter");
        await page.GetByText("This is your account").WaitForAsync();
        await Shown(page, "account-own-en");
        await page.Locator(".office-pages").GetByText("Practices").PressAsync("Enter");
        await page.GetByText("Pédiatrie du Canal").First.WaitForAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Practices");
        await Shown(page, "practices-en");
        await page.GoBackAsync();
        await Button(page, "New password").PressAsync("Enter");
        await page.GetByLabel("Type it myself").CheckAsync();
        await page.GetByLabel("Chosen password").FillAsync("short");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Write a password of 10 to 256 characters.").WaitForAsync();
        await Assertions.Expect(page.GetByLabel("Chosen password")).ToBeFocusedAsync();
        await Shown(page, "account-set-password-en");
        PageErrors.RemoveAll(e => e.Contains("422", StringComparison.Ordinal));
    }

    [Test]
    public async Task What_another_administrator_changed_meanwhile_is_shown_and_nothing_typed_is_lost()
    {
        var page = (await SignIn("admin")).Page;
        await OpenNadia(page);
        var other = (await SignInElsewhere("admin")).Page;
        await OpenNadia(other);
        await other.GetByLabel("Nom").FillAsync("Nadia Hamidi-Roux");
        await other.GetByLabel("Nom").PressAsync("Enter");
        await other.GetByText("Enregistré.").WaitForAsync();

        await page.GetByLabel("Nom").FillAsync("Nadia Roux");
        await page.GetByLabel("Nom").PressAsync("Enter");
        await page.GetByText("Nadia Hamidi-Roux").First.WaitForAsync();
        Assert.That(await page.GetByLabel("Nom").InputValueAsync(), Is.EqualTo("Nadia Roux"));
        await page.Locator(".rules-note").ScrollIntoViewIfNeededAsync();
        await Shown(page, "account-meanwhile");
        await page.GetByLabel("Nom").PressAsync("Enter");
        await page.GetByText("Enregistré.").WaitForAsync();
        await page.GetByText("Compte de Nadia Roux").WaitForAsync();
        PageErrors.RemoveAll(e => e.Contains("409", StringComparison.Ordinal));
    }

    private static async Task OpenNadia(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Modifier le compte de Nadia Hamidi" }).PressAsync("Enter");
        await page.GetByText("Compte de Nadia Hamidi").WaitForAsync();
    }

    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    private static ILocator Box(IPage page, string name) => page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task Shown(IPage page, string state)
    {
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await Picture(page, state);
        Assert.That(await PageCheck.Faults(page, state), Is.Empty);
    }
}
