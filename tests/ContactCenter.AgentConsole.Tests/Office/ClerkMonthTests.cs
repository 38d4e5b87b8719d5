using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Clerk;
using ContactCenter.AgentConsole.Office.Invoices;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>All practices of a month at once, one month in detail, and what corrects an invoice.</summary>
internal sealed class ClerkMonthTests : DeskTest
{
    private static readonly Guid[] Practices = [.. Enumerable.Range(1, 3).Select(n => Guid.Parse($"00000000-0000-7000-8000-00000000000{n}"))];

    private static readonly BillingLineView Line =
        new(1, "jour/tier-1", "Jour", "Day", 400, "SEC", 650_000, 60, 433, 2_000, null, new(2026, 10, 1), new(2026, 10, 31));

    private static readonly InvoiceSummary Summary =
        new("F2026-000001", InvoiceKindView.Invoice, "2026-10", new(2026, 11, 2), new(2026, 12, 2), 433, 520, false, null);

    private static readonly InvoiceView Invoice = new(
        Summary, new("S", "732829320", null, "1", "75002", "Paris", "FR"), new("B", "552100554", null, "1", "75019", "Paris", "FR"), new(2026, 10, 1),
        new(2026, 10, 31), [Line], new(433, 87, 520, []), [], []);

    private static string InvoiceAddress => $"/api/billing/practices/{Practices[0]}/invoices/F2026-000001";

    private static string Month(int index) => $"/api/billing/practices/{Practices[index]}/months/2026-10";

    [Test]
    public async Task All_open_months_are_closed_and_what_failed_is_named_with_its_reason()
    {
        await SignIn();
        Http.On("GET /api/billing/months?month=2026-10", new List<MonthOverview> { Overview(0), Overview(1), Overview(2) with { State = MonthState.Invoiced } });
        Http.On($"POST {Month(0)}/close", null, HttpStatusCode.NoContent);
        Http.On($"POST {Month(1)}/close", new { code = "earlier-month-open", faults = new[] { new BillingFaultView("c", "Clôturez d’abord le mois précédent.", "x") } }, HttpStatusCode.Conflict);
        var done = 0;
        var run = Browser.Render<MonthRun>(p => p.Add(c => c.Month, "2026-10").Add(c => c.OnDone, () => done++));
        await run.FindAll("button")[0].ClickAsync();

        Assert.That(run.Find("[role=status]").TextContent, Is.EqualTo("1 sur 2 faits, 1 refusés."));
        Assert.That(run.Find(".month-failed").Text(), Does.Contain("Cabinet 1").And.Contain("Clôturez d’abord le mois précédent."));
        Assert.That(Http.Received.Count(r => r.Request.StartsWith("POST", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(done, Is.EqualTo(1));
    }

    [Test]
    public async Task A_run_that_loses_the_server_stops_and_takes_up_the_rest_when_begun_again()
    {
        await SignIn();
        Http.On("GET /api/billing/months?month=2026-10", new List<MonthOverview> { Overview(0), Overview(1), Overview(2) });
        Http.On($"POST {Month(0)}/close", null, HttpStatusCode.NoContent);
        Http.Unreachable($"POST {Month(1)}/close");
        var run = Browser.Render<MonthRun>(p => p.Add(c => c.Month, "2026-10"));
        await run.FindAll("button")[0].ClickAsync();
        Assert.That(run.Find("[role=status]").TextContent, Does.StartWith("Interrompu : 1 sur 3"));

        Http.On("GET /api/billing/months?month=2026-10", new List<MonthOverview> { Overview(0) with { State = MonthState.Closed }, Overview(1), Overview(2) });
        Http.On($"POST {Month(1)}/close", null, HttpStatusCode.NoContent);
        Http.On($"POST {Month(2)}/close", null, HttpStatusCode.NoContent);
        await run.FindAll("button")[0].ClickAsync();
        Assert.That(run.Find("[role=status]").TextContent, Is.EqualTo("2 sur 2 faits, 0 refusés."));
        Assert.That(Http.Received.Count(r => r.Request == $"POST {Month(0)}/close"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_month_shows_its_lines_its_files_and_what_another_tariff_would_have_made_of_it()
    {
        await SignIn();
        Http.On($"GET {Month(0)}/draft", new MonthDraft(Practices[0], "2026-10", MonthState.Closed, "essentiel@1#0", [Line], new(433, 87, 520, []), 0, []));
        Http.On("GET /api/billing/tariffs", new TariffShelfView([new("essentiel@1", "Essentiel", "Essential", new(2026, 1, 1), [], [])], [], false));
        Http.On($"POST {Month(0)}/simulation", new TariffSimulation("essentiel@1#0", "2026-10", 433, 600, [Line]));
        Browser.Services.GetRequiredService<NavigationManager>().NavigateTo($"office/billing/practices/{Practices[0]}/months/2026-10");
        var page = Browser.Render<MonthPage>(p => p.Add(c => c.PracticeId, Practices[0]).Add(c => c.Month, "2026-10"));

        Assert.That(page.Find("h1").TextContent, Does.EndWith(", octobre 2026"));
        Assert.That(page.Find(".clerk-pages [aria-current=page]").TextContent, Is.EqualTo("Mois"));
        Assert.That(page.FindAll("a[download]").Select(a => a.GetAttribute("href")), Is.EqualTo(ExportParts.All.Select(e => $"{Month(0)[1..]}/export/{e}")));
        await page.Find("form").SubmitAsync();
        Assert.That(Plain(page.Find(".simulation-answer")), Is.EqualTo("Ce mois aurait coûté 6,00 € HT, au lieu de 4,33 € : +1,67 €."));
        Assert.That(Http.Received[^1].Body, Does.Contain("\"tariff\":\"essentiel\"").And.Contain("\"version\":1"));
    }

    [Test]
    public async Task A_part_of_an_invoice_is_credited_by_its_lines()
    {
        await SignIn();
        Http.On($"GET {InvoiceAddress}", Invoice);
        Http.On($"POST {InvoiceAddress}/credit-notes", Summary with { Number = "A2026-000001", Kind = InvoiceKindView.CreditNote });
        var page = Browser.Render<InvoicePage>(p => p.Add(c => c.PracticeId, Practices[0]).Add(c => c.Number, "F2026-000001"));
        await Press(page, "Établir un avoir…");
        Assert.That(page.Find(".credit-form button[type=submit]").HasAttribute("disabled"), "nothing is chosen yet");
        await page.Find(".credit-line input").ChangeAsync("100");
        await page.Find(".credit-form").SubmitAsync();

        var sent = Http.Received.Last(r => r.Key is not null);
        Assert.That(sent.Body, Does.Contain("\"line\":1").And.Contain("\"quantity\":100"));
        Assert.That(page.Find("[role=status] a").GetAttribute("href"), Does.EndWith("/A2026-000001"));
    }

    [Test]
    public async Task A_corrected_invoice_is_issued_after_its_changes_were_shown()
    {
        await SignIn();
        Http.On($"GET {InvoiceAddress}", Invoice);
        Http.On($"GET {InvoiceAddress}/correction", new InvoiceCorrection("F2026-000001", [new("buyer.address", "12 rue", "14 rue")]));
        Http.On($"POST {InvoiceAddress}/correction", Summary with { Number = "F2026-000002", Kind = InvoiceKindView.Corrected, Corrects = "F2026-000001" });
        var page = Browser.Render<InvoicePage>(p => p.Add(c => c.PracticeId, Practices[0]).Add(c => c.Number, "F2026-000001"));
        await Press(page, "Facture rectificative…");
        Assert.That(page.Markup, Does.Contain("14 rue"));

        Http.On($"GET {InvoiceAddress}", Invoice with { Summary = Summary with { ReplacedBy = "F2026-000002" } });
        await Press(page, "Émettre la facture rectificative");
        Assert.That(page.Find("[role=status] a").TextContent, Is.EqualTo("Facture rectificative F2026-000002"));
        Assert.That(page.Markup, Does.Contain("Remplacée par F2026-000002."));
    }

    [Test]
    public async Task The_practice_reads_its_invoice_and_corrects_nothing()
    {
        await SignIn(Roles.PracticeStaff);
        Http.On($"GET {InvoiceAddress}", Invoice);
        var page = Browser.Render<InvoicePage>(p => p.Add(c => c.PracticeId, Practices[0]).Add(c => c.Number, "F2026-000001"));

        Assert.That(page.Markup, Does.Contain("F2026-000001").And.Not.Contain("Rectifier"));
    }

    private static MonthOverview Overview(int index) => new(Practices[index], $"p{index}", $"Cabinet {index}", "2026-10", MonthState.Open, 100, null, 0, []);

    private static Task Press<T>(IRenderedComponent<T> page, string name)
        where T : Microsoft.AspNetCore.Components.IComponent => page.FindAll("button").Single(b => b.TextContent == name).ClickAsync();

    private static string Plain(IElement element) => element.Text().Replace('\u202F', ' ').Replace('\u00A0', ' ');

    private async Task SignIn(string role = Roles.Billing)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Paul", "compta@demo.contactcenter.local", [role], [new(Practices[0], "lilas", "Cabinet des Lilas")], Views.Noon));
        await Get<Session>().Load();
    }
}
