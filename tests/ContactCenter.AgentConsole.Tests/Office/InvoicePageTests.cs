using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Invoices;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Tests.Office;

internal sealed class InvoicePageTests : DeskTest
{
    private static readonly Guid Practice = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private const string Number = "F2026-000001";
    private static readonly Guid Call = Guid.Parse("00000000-0000-7000-8000-000000000002");

    private static readonly InvoiceSummary Summary =
        new(Number, InvoiceKindView.Invoice, "2026-10", new(2026, 11, 2), new(2026, 12, 2), 33_648, 40_378, false, null);

    private static string Address => $"/api/billing/practices/{Practice}/invoices";

    [Test]
    public void Her_invoices_are_listed_with_their_files()
    {
        Http.On($"GET {Address}", new List<InvoiceSummary>
        {
            Summary with { Number = "A2026-000001", Kind = InvoiceKindView.CreditNote, GrossCents = 594 },
            Summary with { Credited = true },
        });
        var rows = Browser.Render<InvoicesPage>(p => p.Add(c => c.PracticeId, Practice)).FindAll("tbody tr");

        Assert.That(Plain(rows[0]), Does.Contain("Avoir A2026-000001").And.Contain("5,94 €").And.Not.Contain("02/12/2026"));
        Assert.That(Plain(rows[1]), Does.Contain("Facture F2026-000001").And.Contain("octobre 2026").And.Contain("403,78 €").And.Contain("Annulée"));
        Assert.That(rows[1].QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")),
            Is.EqualTo(new[] { "pdf", "cii", "ubl" }.Select(f => $"{Address[1..]}/{Number}/files/{f}")));
        Assert.That(rows[1].QuerySelector("a[download]")!.GetAttribute("aria-label"), Is.EqualTo("Télécharger F2026-000001 au format PDF"));
    }

    [Test]
    public void What_she_contested_is_listed_with_the_answer()
    {
        var at = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1));
        Http.On($"GET /api/billing/practices/{Practice}/contests", new List<ContestView>
        {
            new(Guid.NewGuid(), Practice, Number, Call, 3, "talk", 86, ContestState.Accepted, "A2026-000001",
                [new(at, "Claire", ContestState.Open, "Trop long"), new(at, "Paul", ContestState.Accepted, "Exact")]),
        });
        var contest = List([Summary]).Find(".contest");

        Assert.That(contest.Text(), Does.Contain("Acceptée").And.Contain("Séquence 4 : Conversation, 86 s").And.Contain("Trop long").And.Contain("Exact"));
        Assert.That(contest.QuerySelectorAll("a").Select(a => a.GetAttribute("href")), Is.EqualTo(new[]
        {
            $"office/practices/{Practice}/calls/{Call}", $"office/practices/{Practice}/invoices/{Number}", $"office/practices/{Practice}/invoices/A2026-000001",
        }));
    }

    [Test]
    public void No_invoice_yet_is_said() => Assert.That(List([]).Find("[role=status]").TextContent, Does.Contain("Aucune facture"));

    [Test]
    public async Task What_did_not_come_can_be_asked_for_again()
    {
        Http.Unreachable($"GET {Address}");
        var page = Browser.Render<InvoicesPage>(p => p.Add(c => c.PracticeId, Practice));
        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("ne répond pas"));

        Http.On($"GET {Address}", new List<InvoiceSummary> { Summary });
        await page.Find("main button").ClickAsync();
        Assert.That(page.FindAll("tbody tr"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_line_opens_to_its_calls_and_a_call_to_its_evidence()
    {
        var page = Open();
        var start = new DateTimeOffset(2026, 10, 5, 10, 0, 0, TimeSpan.FromHours(2));
        Http.On($"GET {Address}/{Number}/lines/2/calls", new List<LineUse> { new(Call, null, 13_227, start, 200), new(null, Guid.NewGuid(), 230, null, 0) });
        Http.On($"GET {Address}/{Number}/lines/1/calls", new List<LineUse>());

        await page.FindAll("tbody button")[0].ClickAsync();
        Assert.That(page.Find("[role=status]").TextContent, Does.Contain("Aucun appel précis"));
        await page.FindAll("tbody button")[1].ClickAsync();
        Assert.That(page.FindAll("tbody button")[1].GetAttribute("aria-expanded"), Is.EqualTo("true"));
        Assert.That(page.FindAll(".line-uses a").Select(a => a.GetAttribute("href")), Is.EqualTo(new[] { $"office/practices/{Practice}/calls/{Call}" }));
        Assert.That(page.FindAll(".line-uses li").Select(Plain), Has.Some.Contains("13 227 s").And.Some.Contains("Hors appel"));

        await page.FindAll("tbody button")[1].ClickAsync();
        Assert.That(page.FindAll(".line-uses"), Is.Empty);
    }

    [Test]
    public void Lines_and_sums_are_those_of_the_paper()
    {
        var page = Open();

        Assert.That(Plain(page.FindAll("tbody tr")[0]), Does.Contain("Abonnement").And.Contain("1 mois").And.Contain("89,00 € / mois").And.Contain("20 %"));
        Assert.That(Plain(page.FindAll("tbody tr")[1]), Does.Contain("13 457 s").And.Contain("0,65 € / min").And.Contain("145,78 €").And.Contain("exonéré"));
        Assert.That(Plain(page.Find("tfoot")), Does.Contain("336,48 €").And.Contain("67,30 €").And.Contain("403,78 €"));
    }

    [Test]
    public void The_screen_speaks_English_when_asked()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");

        Assert.That(Plain(Open().FindAll("tbody tr")[1]), Does.Contain("Daytime").And.Contain("13,457 s").And.Contain("€0.65 / min").And.Contain("exempt"));
    }

    [Test]
    public void An_invoice_of_another_practice_is_not_shown()
    {
        Http.On($"GET {Address}/{Number}", null, HttpStatusCode.NotFound);
        var page = Browser.Render<InvoicePage>(p => p.Add(c => c.PracticeId, Practice).Add(c => c.Number, Number));

        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("n’existe pas"));
    }

    private IRenderedComponent<InvoicesPage> List(List<InvoiceSummary> invoices)
    {
        Http.On($"GET {Address}", invoices);
        return Browser.Render<InvoicesPage>(p => p.Add(c => c.PracticeId, Practice));
    }

    private IRenderedComponent<InvoicePage> Open()
    {
        PartyView Party(string name) => new(name, "732829320", null, "1 rue de la Paix", "75002", "Paris", "FR");
        BillingLineView Line(int number, string fr, string en, long quantity, string unit, long price, int per, long net, string? exemption) =>
            new(number, fr, fr, en, quantity, unit, price, per, net, exemption is null ? 2_000 : 0, exemption, new(2026, 10, 1), new(2026, 10, 31));
        Http.On($"GET {Address}/{Number}", new InvoiceView(
            Summary, Party("Secrétariat"), Party("Cabinet"), new(2026, 10, 1), new(2026, 10, 31),
            [
                Line(1, "Abonnement", "Subscription", 1, "MON", 89_000_000, 1, 8_900, null),
                Line(2, "Temps de jour", "Daytime", 13_457, "SEC", 650_000, 60, 14_578, "Article 261 du CGI"),
            ],
            new BillingTotals(33_648, 6_730, 40_378, []), [], []));
        return Browser.Render<InvoicePage>(p => p.Add(c => c.PracticeId, Practice).Add(c => c.Number, Number));
    }

    // French groups digits by narrow spaces that do not break.
    private static string Plain(IElement element) => element.Text().Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
