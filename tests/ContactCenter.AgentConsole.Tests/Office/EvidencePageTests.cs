using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Office.Evidence;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Tests.Office;

internal sealed class EvidencePageTests : DeskTest
{
    private static readonly Guid Practice = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Call = Guid.Parse("00000000-0000-7000-8000-000000000002");
    private static readonly DateTimeOffset Start = new(2026, 10, 5, 10, 0, 0, TimeSpan.FromHours(2));

    private static string Address => $"/api/billing/practices/{Practice}/calls/{Call}";

    private static string Contests => $"/api/billing/practices/{Practice}/invoices/F2026-000001/contests";

    [Test]
    public async Task Each_second_is_shown_with_the_events_at_its_borders()
    {
        var page = await Open(Roles.PracticeStaff);
        var talk = page.FindAll(".evidence-table tbody tr")[2];

        Assert.That(page.Find("h1").TextContent, Does.Contain("05/10/2026").And.Contain("10:00:00"));
        Assert.That(talk.Text(), Does.Contain("Conversation").And.Contain("10:00:25").And.Contain("10:03:45").And.Contain("200"));
        Assert.That(talk.Text(), Does.Contain("participant-join/agent").And.Contain("reçu à 10:00:27.412, n° 3"));
        Assert.That(page.Find("tfoot").Text(), Does.Contain("245"));
        Assert.That(page.Find(".charged").Text(), Does.Contain("F2026-000001 : Temps de jour").And.Contain("220 s"));
        Assert.That(page.Find(".panel").Text(), Does.Contain("De +33 6 •• •• •• 12 vers la ligne"));
        Assert.That(page.Find(".panel-head").TextContent, Does.Contain("Facture F2026-000001"));
    }

    [Test]
    public async Task The_bar_is_said_in_words_and_drawn_to_scale()
    {
        var bar = (await Open(Roles.PracticeStaff)).Find(".evidence-bar");

        Assert.That(bar.GetAttribute("aria-label"), Is.EqualTo("Serveur vocal 10 s, Attente 15 s, Conversation 200 s, Notes après l’appel 20 s"));
        Assert.That(bar.Children.Select(c => c.GetAttribute("style")), Is.EqualTo(new[] { "--seconds:10", "--seconds:15", "--seconds:200", "--seconds:20" }));
    }

    [Test]
    public async Task A_charged_segment_is_contested_with_a_reason()
    {
        Http.On($"POST {Contests}", new ContestView(
            Guid.NewGuid(), Practice, "F2026-000001", Call, 2, "talk", 200, ContestState.Open, null, [new(Start, "Claire", ContestState.Open, "Trop long")]));
        var page = await Open(Roles.PracticeStaff);
        Assert.That(page.FindAll(".evidence-table button"), Has.Count.EqualTo(2), "what is not charged is not contested");

        await page.FindAll(".evidence-table button")[0].ClickAsync();
        await page.Find("form").SubmitAsync();
        Assert.That(Http.Received.Where(r => r.Request.StartsWith("POST", StringComparison.Ordinal)), Is.Empty, "a contest has a reason");
        await page.Find("textarea").InputAsync(" Trop long ");
        await page.Find("form").SubmitAsync();

        Assert.That(Http.Received[^1].Body, Is.EqualTo($$"""{"callId":"{{Call}}","segment":2,"reason":"Trop long"}"""));
        Assert.That(Http.Received[^1].Key, Is.Not.Null);
        Assert.That(page.FindAll(".evidence-table tbody tr")[2].Text(), Does.Contain("En cours d’examen").And.Contain("Trop long"));
        Assert.That(page.Find("[role=status]").TextContent, Does.Contain("transmise"));
        Assert.That(page.FindAll("textarea"), Is.Empty);
    }

    [Test]
    public async Task A_contest_that_was_not_sent_is_kept_and_sent_under_the_same_key()
    {
        Http.On($"POST {Contests}", null, HttpStatusCode.ServiceUnavailable);
        var page = await Open(Roles.PracticeStaff);
        await page.FindAll(".evidence-table button")[0].ClickAsync();
        await page.Find("textarea").InputAsync("Trop long");
        await page.Find("form").SubmitAsync();
        await page.Find("form").SubmitAsync();

        Assert.That(page.Find("textarea").GetAttribute("value"), Is.EqualTo("Trop long"));
        Assert.That(page.FindAll("[role=alert]"), Is.Not.Empty);
        Assert.That(Http.Received.Where(r => r.Key is not null).Select(r => r.Key).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_billing_clerk_looks_and_does_not_contest() =>
        Assert.That((await Open(Roles.Billing)).FindAll(".evidence-table button"), Is.Empty);

    [Test]
    public async Task A_call_of_another_practice_is_not_shown()
    {
        await SignIn(Roles.PracticeStaff);
        var page = Browser.Render<EvidencePage>(p => p.Add(c => c.PracticeId, Practice).Add(c => c.CallId, Call));

        Assert.That(page.Find("[role=alert]").TextContent, Does.Contain("n’existe pas"));
    }

    private async Task<IRenderedComponent<EvidencePage>> Open(string role)
    {
        await SignIn(role);
        Http.On($"GET {Address}", new CallEvidence(
            Call, "+33180000001", "+33 6 •• •• •• 12", Start, Start.AddSeconds(225), "answered", 200, 225, Start.AddHours(1),
            [Segment(0, "ivr", 0, 10), Segment(1, "waiting", 10, 25), Segment(2, "talk", 25, 225), Segment(3, "wrap_up", 225, 245)],
            [new("F2026-000001", 2, "Temps de jour", "Daytime", 220, "SEC")], []));
        return Browser.Render<EvidencePage>(p => p.Add(c => c.PracticeId, Practice).Add(c => c.CallId, Call));
    }

    private async Task SignIn(string role)
    {
        Http.On("GET /api/session", new SessionView(Guid.NewGuid(), "Claire", "claire@demo.contactcenter.local", [role], [], Views.Noon));
        await Get<Session>().Load();
    }

    private static SegmentEvidence Segment(int index, string kind, int from, int until) => new(
        index, kind, Start.AddSeconds(from), Start.AddSeconds(until), until - from, kind is "talk" or "wrap_up", Border(index + 1, from), Border(index + 2, until));

    private static BorderEvidence Border(int arrival, int second) => new(
        arrival == 3 ? "participant-join/agent" : $"event-{arrival}", "joined", Start.AddSeconds(second), Start.AddSeconds(second + 2).AddMilliseconds(412), arrival, arrival == 3 ? 2 : null);
}
