using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Clerk;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.Office;

internal sealed class ClerkPageTests : DeskTest
{
    private static readonly Guid Practice = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));

    private static readonly ContestView Contest = new(
        Guid.Parse("00000000-0000-7000-8000-000000000003"), Practice, "F2026-000001", Guid.Parse("00000000-0000-7000-8000-000000000002"), 3, "talk", 600,
        ContestState.Open, null, [new(Monday, "Claire", ContestState.Open, "Trop long")]);

    private static readonly MonthOverview Open = new(Practice, "lilas", "Cabinet des Lilas", "2026-10", MonthState.Open, 21_333, null, 0, []);

    private static string Decision => $"POST /api/billing/practices/{Practice}/contests/{Contest.ContestId}/decision";

    private static string Month => $"/api/billing/practices/{Practice}/months/2026-10";

    [Test]
    public async Task A_contest_is_accepted_with_an_answer_and_the_note_is_named()
    {
        Http.On(Decision, Contest with
        {
            State = ContestState.Accepted,
            CreditNote = "A2026-000001",
            History = [.. Contest.History, new(Monday, "Paul", ContestState.Accepted, "C’est exact")],
        });
        var page = await Show(Open);
        Assert.That(page.Find(".contest").Text(), Does.Contain("Cabinet des Lilas").And.Contain("Séquence 4 : Conversation, 600 s").And.Contain("Trop long"));
        Assert.That(page.FindAll(".contest button").Select(b => b.HasAttribute("disabled")), Has.All.True, "an answer is owed");

        await page.Find(".contest textarea").InputAsync(" C’est exact ");
        await page.Find(".contest form").SubmitAsync();

        Assert.That(Http.Received[^1].Body, Does.Contain("\"accept\":true").And.Contain("est exact\""));
        Assert.That(Http.Received[^1].Key, Is.Not.Null);
        Assert.That(page.Find(".contest").Text(), Does.Contain("Acceptée").And.Contain("Avoir A2026-000001 émis"));
        Assert.That(page.FindAll(".contest form"), Is.Empty);
    }

    [Test]
    public async Task What_another_clerk_decided_meanwhile_is_shown_instead()
    {
        Http.On(Decision, Refusal("already-done", "Cette contestation est déjà tranchée.", "This contest is decided already."), HttpStatusCode.Conflict);
        var page = await Show(Open);
        Http.On("GET /api/billing/contests", new List<ContestView> { Contest with { State = ContestState.Refused } });
        await page.Find(".contest textarea").InputAsync("Non");
        await page.FindAll(".contest button")[0].ClickAsync();

        Assert.That(Http.Received.Last(r => r.Key is not null).Body, Does.Contain("\"accept\":false"));
        Assert.That(page.FindAll(".contest"), Is.Empty);
        await page.Find("input[type=checkbox]").ChangeAsync(true);
        Assert.That(page.Find(".contest").Text(), Does.Contain("Refusée"));
    }

    [Test]
    public async Task A_month_is_closed_then_invoiced_and_its_document_listed()
    {
        Http.On($"POST {Month}/close", null, HttpStatusCode.NoContent);
        Http.On($"POST {Month}/issue", null, HttpStatusCode.NoContent);
        var page = await Show(Open);
        Assert.That(Plain(page.Find("tbody tr")), Does.Contain("Ouvert").And.Contain("213,33 €"));
        Assert.That(page.FindAll("tbody a[download]"), Is.Empty, "an open month has no files");

        Http.On("GET /api/billing/months?month=2026-10", new List<MonthOverview> { Open with { State = MonthState.Closed } });
        await page.Find("tbody button").ClickAsync();
        Assert.That(page.Find("tbody tr").Text(), Does.Contain("Clôturé, à facturer"));
        Assert.That(page.Find("tbody a[download]").GetAttribute("href"), Is.EqualTo($"{Month[1..]}/export/bundle.zip"));

        Http.On("GET /api/billing/months?month=2026-10", new List<MonthOverview> { Open with { State = MonthState.Invoiced, InvoiceNumber = "F2026-000002" } });
        Http.On("GET /api/billing/invoices?month=2026-10", new List<IssuedInvoiceView>
        {
            new(Practice, "Cabinet des Lilas", new("F2026-000002", InvoiceKindView.Invoice, "2026-10", new(2026, 11, 23), new(2026, 12, 23), 21_333, 25_600, false, null)),
        });
        await page.Find("tbody button").ClickAsync();
        Assert.That(page.FindAll("tbody tr")[0].Text(), Does.Contain("Facturé").And.Contain("F2026-000002"));
        Assert.That(Plain(page.FindAll("tbody tr")[1]), Does.Contain("Facture F2026-000002").And.Contain("256,00 €"));
    }

    [Test]
    public async Task What_keeps_a_month_open_is_said_in_the_language_of_the_screen()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        Http.On($"POST {Month}/close", Refusal("earlier-month-open", "Clôturez d’abord le mois précédent.", "Close the month before it first."), HttpStatusCode.Conflict);
        var page = await Show(Open with { Faults = [new("INV022", "Le SIREN manque.", "The SIREN is missing.")] });
        await page.Find("tbody button").ClickAsync();

        Assert.That(page.Find("[role=alert]").TextContent, Is.EqualTo("Close the month before it first."));
        Assert.That(page.Find("tbody tr").Text(), Does.Contain("The SIREN is missing."));
    }

    [Test]
    public async Task The_month_that_ended_is_counted_by_the_server_s_clock()
    {
        Clock.Advance(TimeSpan.FromDays(40));
        var page = await Show(Open);
        Assert.That(Http.Received.Count(r => r.Request.Contains("months?month=", StringComparison.Ordinal)), Is.EqualTo(1), "no other month was asked for first");
        Assert.That(page.Find("input[type=month]").GetAttribute("value"), Is.EqualTo("2026-10"));
    }

    [Test]
    public async Task Another_month_is_asked_for_by_its_name()
    {
        var page = await Show(Open);
        Http.On("GET /api/billing/months?month=2026-09", new List<MonthOverview>());
        Http.On("GET /api/billing/invoices?month=2026-09", new List<IssuedInvoiceView>());
        await page.Find("input[type=month]").ChangeAsync("2026-09");
        Assert.That(page.Markup, Does.Contain("Aucun contrat ne couvre ce mois.").And.Contain("Aucune facture n’est émise pour ce mois."));
        await page.Find("input[type=month]").ChangeAsync("");
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("2026-11"));
    }

    [Test]
    public async Task The_page_is_the_clerk_s_alone()
    {
        await SignIn(Roles.PracticeStaff);
        var page = Browser.Render<ClerkPage>();
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("facturation"));
        Assert.That(Http.Received.Where(r => r.Request.Contains("billing", StringComparison.Ordinal)), Is.Empty);
    }

    private async Task<IRenderedComponent<ClerkPage>> Show(MonthOverview month)
    {
        await SignIn(Roles.Billing);
        Http.On("GET /api/billing/contests", new List<ContestView> { Contest });
        Http.On("GET /api/billing/findings", new List<FindingView>());
        Http.On("GET /api/billing/months?month=2026-10", new List<MonthOverview> { month });
        Http.On("GET /api/billing/invoices?month=2026-10", new List<IssuedInvoiceView>());
        return Browser.Render<ClerkPage>();
    }

    private async Task SignIn(string role)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Paul", "compta@demo.contactcenter.local", [role], [new(Practice, "lilas", "Cabinet des Lilas")], Views.Noon));
        await Get<Session>().Load();
    }

    private static object Refusal(string code, string fr, string en) => new { code, faults = new[] { new BillingFaultView(code, fr, en) } };

    private static string Plain(IElement element) => element.Text().Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
