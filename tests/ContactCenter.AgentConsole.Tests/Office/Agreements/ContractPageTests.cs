using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Agreements;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.Office.Agreements;

internal sealed class ContractPageTests : DeskTest
{
    private static readonly Guid Practice = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private static readonly ContractForm Form = new(
        new("Cabinet des Lilas", "552100554", "", "", "12 rue des Lilas", "75019", "Paris", "FR", "552100554"), "Europe/Paris", "Metropole",
        new(2026, 12, 1), null, 30, [new(new(2026, 12, 1), "essentiel@1")], [], []);

    private static readonly TariffShelfView Shelf = new(
        [new("essentiel@1", "Essentiel", "Essential", new(2026, 1, 1), [new("89,00 € HT", "89.00 € before VAT")], ["Cabinet des Lilas"])], [], false);

    private static string Address => $"/api/billing/practices/{Practice}/contract";

    [Test]
    public async Task A_first_contract_is_proposed_with_the_tariff_and_sent_as_typed()
    {
        Http.On($"PUT {Address}", View(1, Form));
        var page = await Show(View(0, Form with { Buyer = Form.Buyer with { Siren = "" }, Tariffs = [new(new(2026, 12, 1), null)] }));
        Assert.That(page.Find("#field-tariffs-0-tariff").GetAttribute("value"), Is.EqualTo("essentiel@1"));

        await page.Find("#field-buyer-siren").ChangeAsync("552 100 554");
        await Press(page, "Ajouter un montant à déduire");
        await page.Find("#field-credits-0-reason").ChangeAsync("Panne");
        await page.Find("#field-credits-0-reason_en").ChangeAsync("Outage");
        await page.Find("#field-credits-0-amount").ChangeAsync("12,50");
        await page.Find("#field-credits-0-month").ChangeAsync("2026-12");
        await page.Find("form").SubmitAsync();

        var sent = Http.Received.Last(r => r.Request.StartsWith("PUT", StringComparison.Ordinal));
        Assert.That(sent.Key, Is.Not.Null);
        Assert.That(sent.Body, Does.Contain("\"version\":0").And.Contain("552 100 554").And.Contain("\"amountCents\":1250").And.Contain("essentiel@1"));
        Assert.That(page.Find("form [role=status]").TextContent, Is.EqualTo("Enregistré : version 1."));
    }

    [Test]
    public async Task Each_refused_field_says_its_own_fault_and_nothing_is_claimed_to_be_saved()
    {
        Http.On(
            $"PUT {Address}",
            new
            {
                code = BillingProblems.WrongContract,
                faults = new[]
                {
                    new BillingFaultView("INV022", "Le SIREN du cabinet manque.", "The SIREN is missing.", "buyer.siren"),
                    new BillingFaultView("CON016", "Trop tôt.", "Too early.", "tariffs[0].from"),
                },
            },
            HttpStatusCode.UnprocessableEntity);
        var page = await Show(View(1, Form));
        await page.Find("form").SubmitAsync();

        Assert.That(page.Find("[role=alert]").Text(), Does.Contain("Rien n’est enregistré").And.Contain("Le SIREN du cabinet manque.").And.Contain("Trop tôt."));
        var siren = page.Find("#field-buyer-siren");
        Assert.That((siren.GetAttribute("aria-invalid"), siren.GetAttribute("aria-describedby")), Is.EqualTo(("true", "field-buyer-siren-fault")));
        Assert.That(page.Find("#field-tariffs-0-from-fault").TextContent, Is.EqualTo("Trop tôt."));
        Assert.That(page.FindAll("[aria-invalid]"), Has.Count.EqualTo(2));
        Assert.That(Browser.JSInterop.Invocations["focus"].Select(i => i.Arguments[0]), Is.EqualTo(new[] { ".agreement-form [aria-invalid=true]" }));
        Assert.That(page.Find("form [role=status]").TextContent, Is.Empty);
    }

    [Test]
    public async Task What_is_no_day_or_number_is_not_even_sent()
    {
        var page = await Show(View(1, Form));
        await page.Find("#field-first").ChangeAsync("");
        await page.Find("#field-days_to_pay").ChangeAsync("thirty");
        await page.Find("form").SubmitAsync();

        Assert.That(page.FindAll("[aria-invalid]").Select(f => f.Id), Is.EqualTo(new[] { "field-first", "field-days_to_pay" }));
        Assert.That(Http.Received.Where(r => r.Request.StartsWith("PUT", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Sent_again_after_a_refusal_it_keeps_its_key_only_while_it_is_the_same()
    {
        Http.On($"PUT {Address}", new { code = BillingProblems.ClosedMonth, faults = new[] { new BillingFaultView("closed-month", "Mois clos.", "Closed.") } }, HttpStatusCode.Conflict);
        var page = await Show(View(1, Form));
        await page.Find("form").SubmitAsync();
        await page.Find("form").SubmitAsync();
        await page.Find("#field-last").ChangeAsync("2027-01-31");
        await page.Find("form").SubmitAsync();

        var keys = Http.Received.Where(r => r.Request.StartsWith("PUT", StringComparison.Ordinal)).Select(r => r.Key).ToList();
        Assert.That((keys[0] == keys[1], keys[1] == keys[2]), Is.EqualTo((true, false)));
        Assert.That(page.Find("[role=alert]").Text(), Does.Contain("Mois clos."));
    }

    [Test]
    public async Task The_history_and_the_last_closed_month_are_shown_in_English_too()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        Http.On($"GET {Address}/history", new List<ContractChange>
        {
            new(2, new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1)), "Paul", [new("buyer.address", "12 rue", "14 rue")]),
        });
        var page = await Show(View(2, Form) with { ClosedThrough = "2026-10" }, history: false);

        Assert.That(page.Find(".agreement-change").Text(), Does.Contain("by Paul").And.Contain("Address").And.Contain("14 rue"));
        Assert.That(page.Markup, Does.Contain("Months are closed up to October 2026"));
    }

    [Test]
    public async Task Tariffs_read_as_sentences_with_who_uses_them_and_what_the_check_says()
    {
        await SignIn();
        Http.On("GET /api/billing/tariffs", Shelf with { Diagnostics = ["tariffs/essentiel.yaml(4,1): error TAR001: …"], ChangedSinceStart = true });
        var page = Browser.Render<TariffsPage>();

        Assert.That(page.Find(".agreement-tariff").Text(), Does.Contain("essentiel@1").And.Contain("89,00 € HT").And.Contain("Utilisé par : Cabinet des Lilas"));
        Assert.That(page.Markup, Does.Contain("tariffs/essentiel.yaml(4,1)").And.Contain("Les fichiers ont changé"));
    }

    [Test]
    public async Task Practices_without_a_contract_are_asked_to_make_one()
    {
        await SignIn();
        Http.On("GET /api/billing/contracts", new List<ContractOverview>
        {
            new(Practice, "Cabinet des Lilas"), new(Guid.NewGuid(), "Cabinet du Parc", "SELARL du Parc", new(2026, 1, 1), null, "essentiel@1"),
        });
        var rows = Browser.Render<ContractsPage>().FindAll("tbody tr");

        Assert.That(rows[0].Text(), Does.Contain("Pas encore de contrat").And.Contain("Établir"));
        Assert.That(rows[1].Text(), Does.Contain("SELARL du Parc").And.Contain("essentiel, version 1").And.Contain("depuis le 01/01/2026"));
    }

    [Test]
    public async Task The_seller_is_saved_from_its_version()
    {
        await SignIn();
        Http.On("GET /api/billing/seller", new SellerView(3, Form.Buyer, "FR76", false, []));
        Http.On("PUT /api/billing/seller", new SellerView(4, Form.Buyer, "FR7630006000011234567890189", false, []));
        var page = Browser.Render<SellerPage>();
        await page.Find("#field-iban").ChangeAsync("FR7630006000011234567890189");
        await page.Find("form").SubmitAsync();

        Assert.That(Http.Received[^1].Body, Does.Contain("\"version\":3").And.Contain("FR7630006000011234567890189"));
        Assert.That(page.Find("form [role=status]").TextContent, Is.EqualTo("Enregistré : version 4."));
    }

    private async Task<IRenderedComponent<ContractPage>> Show(ContractView contract, bool history = true)
    {
        await SignIn();
        Http.On($"GET {Address}", contract);
        Http.On("GET /api/billing/tariffs", Shelf);
        if (history)
            Http.On($"GET {Address}/history", new List<ContractChange>());
        return Browser.Render<ContractPage>(p => p.Add(c => c.PracticeId, Practice));
    }

    private static ContractView View(int version, ContractForm form) => new(Practice, "Cabinet des Lilas", version, form, null);

    private static Task Press(IRenderedComponent<ContractPage> page, string name) =>
        page.FindAll("button").Single(b => b.TextContent == name).ClickAsync();

    private async Task SignIn()
    {
        Http.On("GET /api/session", new SessionView(
            Guid.NewGuid(), "Paul", "compta@demo.contactcenter.local", [Roles.Billing], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        await Get<Session>().Load();
    }
}
