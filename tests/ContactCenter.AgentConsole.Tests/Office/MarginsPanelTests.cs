using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Clerk;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Tests.Office;

internal sealed class MarginsPanelTests : DeskTest
{
    private static readonly MarginView Lilas = new(
        Guid.Parse("00000000-0000-7000-8000-000000000001"), "Cabinet des Lilas", 24_822, 120, 102, 3, 7_220, 4_914, 19_806, 12_377,
        [new MarginHour(9, 3_000, 60, 3_600, 2_450, 490), new MarginHour(14, 922, 42, 3_620, 2_464, -1_584)], 20_900);

    [Test]
    public void Each_hour_has_its_figures_and_a_bar_and_the_file_is_offered()
    {
        var panel = Show(new MarginReport("2026-10", 2_450, [Lilas], []));

        var hours = panel.FindAll(".margin-hours tbody tr");
        Assert.That(Plain(hours[0]), Does.Contain("09 h").And.Contain("30,00 €").And.Contain("1 h 00 min").And.Contain("4,90 €"));
        Assert.That(hours[1].QuerySelector(".margin-bar")!.ClassList, Does.Contain("margin-loss"));
        Assert.That(hours[1].QuerySelector(".margin-bar")!.GetAttribute("style"), Is.EqualTo("width: 100%"));
        Assert.That(Plain(hours[2]), Does.Contain("Sans heure").And.Contain("209,00 €"));
        Assert.That(Plain(panel.Find(".margin-hours tfoot")), Does.Contain("198,06 €"));
        Assert.That(panel.Find("a[download]").GetAttribute("href"), Is.EqualTo("api/billing/margins.csv?month=2026-10"));
        Assert.That(panel.Markup, Does.Contain("3 branche(s) au prix de la liste"));
    }

    [Test]
    public void Another_currency_is_said_to_stand_apart() => Assert.That(
        Show(new MarginReport("2026-10", 2_450, [Lilas], [new ForeignView("USD", 12_300_000, 40)])).FindAll("strong").Select(Plain),
        Has.Some.Contains("Hors marge : 12,30 USD"));

    [Test]
    public void A_month_without_a_contract_has_none() =>
        Assert.That(Show(new MarginReport("2026-10", 2_450, [], [])).Markup, Does.Contain("Aucun contrat ne couvre ce mois."));

    private IRenderedComponent<MarginsPanel> Show(MarginReport report)
    {
        Http.On("GET /api/billing/margins?month=2026-10", report);
        return Browser.Render<MarginsPanel>(p => p.Add(m => m.Month, "2026-10"));
    }

    // Amounts are written with spaces that do not break.
    private static string Plain(IElement element) => element.Text().Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
