using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>The practice changes its booking rules by forms and in the text, and puts them in force.</summary>
internal sealed class RulesTests : BrowserTest
{
    [Test]
    public async Task The_practice_changes_an_opening_tries_it_puts_it_in_force_and_goes_back()
    {
        var page = (await SignIn("cabinet")).Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Règles de réservation" }).PressAsync("Enter");
        await page.GetByText("En vigueur : version 1").WaitForAsync();
        await page.GetByText("dans le fichier").WaitForAsync();
        await Shown(page, "rules-forms");

        // A form whose part would be faulty says so beside its field, and the focus goes there.
        await page.GetByRole(AriaRole.Button, new() { Name = "Modifier : mercredi 14:00" }).PressAsync("Enter");
        var end = page.GetByLabel("À", new() { Exact = true });
        await end.FillAsync("13:00");
        await end.PressAsync("Enter");
        await page.GetByText("Cette ouverture finit à 13:00").WaitForAsync();
        Assert.That(await end.EvaluateAsync<bool>("e => e === document.activeElement"), Is.True);
        await Shown(page, "rules-form-fault");
        await end.FillAsync("17:00");
        await end.PressAsync("Enter");
        await page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "mer." }).Last.WaitForAsync();
        await page.GetByText("14:00 – 17:00").WaitForAsync();

        // What is not in force yet outlives a reload.
        await page.ReloadAsync();
        await page.GetByText("ont été retrouvés dans cet onglet").WaitForAsync();
        await page.GetByText("14:00 – 17:00").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Essayer sur un mois passé" }).ClickAsync();
        await page.Locator("input[type=month]").FillAsync("2026-11");
        await page.GetByRole(AriaRole.Button, new() { Name = "Essayer", Exact = true }).ClickAsync();
        await page.GetByText("Réservations et déplacements").WaitForAsync();
        await Shown(page, "rules-rehearsal");

        await page.GetByRole(AriaRole.Button, new() { Name = "Texte", Exact = true }).PressAsync("Enter");
        var text = page.GetByLabel("Texte des règles");
        await text.FillAsync((await text.InputValueAsync()).Replace("weeks: odd", "weeks: oddly", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier" }).PressAsync("Enter");
        await page.GetByText("1 erreur").WaitForAsync();
        await page.Locator(".rules-faults .link").First.PressAsync("Enter");
        Assert.That(await text.EvaluateAsync<string>("t => t.value.slice(t.selectionStart, t.selectionStart + 5)"), Is.EqualTo("oddly"));
        await Shown(page, "rules-text-fault");
        await text.FillAsync((await text.InputValueAsync()).Replace("weeks: oddly", "weeks: odd", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Mettre en vigueur" }).PressAsync("Enter");
        await page.Locator("dialog[open] .diff-come").First.WaitForAsync();
        await page.GetByLabel("Pourquoi ce changement").FillAsync("Une heure de téléconsultation de plus");
        await Shown(page, "rules-put");
        await page.GetByLabel("Pourquoi ce changement").PressAsync("Enter");
        await page.GetByText("Les nouvelles règles sont en vigueur.").WaitForAsync();
        await page.GetByText("En vigueur : version 2").WaitForAsync();
        await page.GetByText("« Une heure de téléconsultation de plus »").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir ce qui change" }).First.ClickAsync();
        await page.Locator(".message .diff-come").First.ScrollIntoViewIfNeededAsync();
        await Shown(page, "rules-history");

        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre ce texte" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mettre en vigueur" }).And(page.Locator(":enabled")).WaitForAsync();
        await page.Locator(".office-pages").GetByText("Messages").ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).WaitForAsync();
        await Shown(page, "rules-leave");
    }

    private static async Task Shown(IPage page, string state)
    {
        await Picture(page, state);
        Assert.That(await PageCheck.Faults(page, state), Is.Empty);
    }
}
