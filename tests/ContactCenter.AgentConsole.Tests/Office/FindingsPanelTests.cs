using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Clerk;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Tests.Office;

internal sealed class FindingsPanelTests : DeskTest
{
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly FindingView Finding = new(
        Guid.Parse("00000000-0000-7000-8000-000000000004"), Guid.Parse("00000000-0000-7000-8000-000000000001"), "Cabinet des Lilas",
        Guid.Parse("00000000-0000-7000-8000-000000000002"), DifferenceView.Length, "CA1", Night, 125, 111, Night, true, null, null, null, null);

    private static string Address => $"POST /api/billing/findings/{Finding.FindingId}";

    [Test]
    public async Task A_difference_is_settled_with_a_decision_and_a_reason()
    {
        Http.On($"{Address}/settlement", Finding with
        {
            Blocks = false,
            SettledAt = Night,
            SettledBy = "Paul",
            SettledAs = SettlementView.TheirsHolds,
            Reason = "Vu avec l’opérateur",
        });
        var panel = Show();
        Assert.That(panel.Find(".finding").Text(), Does.Contain("Cabinet des Lilas").And.Contain("125 s chez nous, 111 s chez l’opérateur").And.Contain("Appel non facturé"));
        Assert.That(Submit(panel).HasAttribute("disabled"), Is.True, "a decision and its reason are owed");
        await panel.FindAll("input[type=radio]")[1].ChangeAsync(true);
        await panel.Find("textarea").InputAsync(" Vu avec l’opérateur ");
        await panel.Find(".finding form").SubmitAsync();

        Assert.That(Http.Received[^1].Body, Does.Contain("\"as\":\"TheirsHolds\""));
        Assert.That(Http.Received[^1].Key, Is.Not.Null);
        Assert.That(panel.Find(".finding").Text(), Does.Contain("Réglé").And.Contain("Le relevé de l’opérateur fait foi — Vu avec l’opérateur").And.Contain("Paul"));
        Assert.That(panel.FindAll(".finding form"), Is.Empty);
    }

    [Test]
    public async Task A_measurement_that_changes_nothing_says_so_and_a_silent_carrier_too()
    {
        Http.On($"{Address}/measurement", Finding);
        var panel = Show();
        await Measure(panel);
        Assert.That(panel.Find(".finding [role=status]").TextContent, Is.EqualTo("Mesuré de nouveau : l’écart demeure."));

        Http.On(
            $"{Address}/measurement",
            new { code = "carrier-silent", faults = new[] { new BillingFaultView("carrier-silent", "L’opérateur ne répond pas.", "The carrier does not answer.") } },
            HttpStatusCode.ServiceUnavailable);
        await Measure(panel);
        Assert.That(panel.Find("[role=alert]").TextContent, Is.EqualTo("L’opérateur ne répond pas."));
    }

    [Test]
    public async Task What_was_settled_is_shown_on_demand()
    {
        Http.On("GET /api/billing/findings", new List<FindingView> { Finding with { Blocks = false, SettledAt = Night, SettledAs = SettlementView.RecordsAgree } });
        var panel = Browser.Render<FindingsPanel>();
        Assert.That(panel.Markup, Does.Contain("Aucun écart n’attend de décision."));
        await panel.Find("input[type=checkbox]").ChangeAsync(true);
        Assert.That(panel.Find(".finding").Text(), Does.Contain("Les deux relevés concordent désormais"));
    }

    private IRenderedComponent<FindingsPanel> Show()
    {
        Http.On("GET /api/billing/findings", new List<FindingView> { Finding });
        return Browser.Render<FindingsPanel>();
    }

    private static IElement Submit(IRenderedComponent<FindingsPanel> panel) => panel.Find(".finding button[type=submit]");

    private static Task Measure(IRenderedComponent<FindingsPanel> panel) => panel.Find(".finding button[type=button]").ClickAsync();
}
