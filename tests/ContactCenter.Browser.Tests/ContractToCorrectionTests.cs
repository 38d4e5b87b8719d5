using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>The clerk's way from a contract to an invoice that was put right, without leaving the screen.</summary>
internal sealed class ContractToCorrectionTests : BrowserTest
{
    private readonly List<string> _found = [];

    [Test]
    public async Task A_contract_is_changed_a_month_simulated_closed_issued_and_its_invoice_corrected()
    {
        var clerk = (await SignIn("compta")).Page;
        await clerk.GetByText("Facturation", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.Locator(".clerk-pages").GetByText("Tarifs").ClickAsync();
        await clerk.GetByText("Abonnement mensuel").First.WaitForAsync();
        await Check(clerk, "tariffs");
        await clerk.Locator(".clerk-pages").GetByText("Vendeur").ClickAsync();
        await Assertions.Expect(clerk.Locator("#field-siren")).ToHaveValueAsync("732829320");
        await Check(clerk, "seller");

        await clerk.Locator(".clerk-pages").GetByText("Contrats").ClickAsync();
        await clerk.GetByText("Ouvrir", new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
        await Check(clerk, "contracts");
        await clerk.GetByText("Ouvrir", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await clerk.Locator("#field-buyer-siren").FillAsync("");
        await clerk.GetByText("Enregistrer", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.Locator("#field-buyer-siren-fault").WaitForAsync();
        await Check(clerk, "contract-faults");
        // The browser prints the refusal that was wanted as an error.
        Assert.That(PageErrors.RemoveAll(e => e.Contains("422", StringComparison.Ordinal)), Is.EqualTo(1));
        await clerk.Locator("#field-buyer-siren").FillAsync("552100554");
        await clerk.Locator("#field-buyer-address").FillAsync("21 rue des Lilas");
        await clerk.GetByText("Ajouter un montant à déduire").ClickAsync();
        await clerk.Locator("#field-credits-0-reason").FillAsync("Panne du 3 octobre");
        await clerk.Locator("#field-credits-0-reason_en").FillAsync("Outage of 3 October");
        await clerk.Locator("#field-credits-0-amount").FillAsync("10,00");
        await clerk.Locator("#field-credits-0-month").FillAsync("2026-10");
        await clerk.GetByText("Enregistrer", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.GetByText("Enregistré : version 2.").WaitForAsync();
        await clerk.Locator(".agreement-change summary").First.ClickAsync();
        await Check(clerk, "contract-saved");

        await OpenOctober(clerk);
        await clerk.GetByText("Détail", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await clerk.GetByText("Geste commercial : Panne du 3 octobre").WaitForAsync();
        await clerk.GetByText("Calculer", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.Locator(".simulation-answer").WaitForAsync();
        await Check(clerk, "month-simulated");

        await OpenOctober(clerk);
        await clerk.GetByText("Tout clôturer").ClickAsync();
        await clerk.GetByText("2 sur 2 faits, 0 refusés.").WaitForAsync();
        await clerk.GetByText("Tout facturer").ClickAsync();
        await clerk.GetByText("Facture F2026-000003").WaitForAsync();
        await Check(clerk, "month-run");
        await clerk.Locator("input[type=number]").FillAsync("2026");
        await clerk.Locator("input[type=number]").PressAsync("Tab");
        var fec = await clerk.RunAndWaitForDownloadAsync(() => clerk.GetByText("FEC 2026").ClickAsync());
        Assert.That(fec.SuggestedFilename, Is.EqualTo("732829320FEC20261231.txt"));

        await Correct(clerk);
        Assert.That(_found, Is.Empty);
    }

    private async Task Correct(IPage clerk)
    {
        await clerk.Locator(".clerk-pages").GetByText("Contrats").ClickAsync();
        await clerk.GetByText("Ouvrir", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await clerk.Locator("#field-buyer-address").FillAsync("23 rue des Lilas");
        await clerk.GetByText("Enregistrer", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.GetByText("Enregistré : version 3.").WaitForAsync();
        await OpenOctober(clerk);
        await clerk.GetByText("Facture F2026-000003").ClickAsync();
        await clerk.GetByText("Avoir…").ClickAsync();
        await Check(clerk, "credit-form");
        await clerk.GetByText("Annuler", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.GetByText("Facture rectificative…").ClickAsync();
        await clerk.GetByText("23 rue des Lilas").WaitForAsync();
        await Check(clerk, "correction-look");
        await clerk.GetByText("Émettre la facture rectificative").ClickAsync();
        await clerk.GetByText("Facture rectificative F2026-000005").ClickAsync();
        await clerk.GetByText("Concerne la facture F2026-000003.").WaitForAsync();
        await Check(clerk, "corrected-invoice");
    }

    // Whatever month the machine is in.
    private static async Task OpenOctober(IPage clerk)
    {
        await clerk.Locator(".clerk-pages").GetByText("Mois").ClickAsync();
        await clerk.Locator(".clerk-month input").FillAsync("2026-10");
        await clerk.Locator(".clerk-month input").PressAsync("Tab");
    }

    private async Task Check(IPage page, string state)
    {
        await page.WaitForTimeoutAsync(300);
        await Picture(page, state);
        _found.AddRange((await page.RunAxe()).Violations.Select(v => $"{state}: {v.Id}: {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))}"));
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            _found.Add($"{state}: scrolls sideways");
    }
}
