using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>Through the addresses, as the pages ask.</summary>
internal sealed class BillingEndpointsTests
{
    [Test]
    public async Task The_clerk_closes_and_issues_and_the_practice_sees_its_own_only()
    {
        await using var house = new BillingHouse(DatabaseEngine.Sqlite);
        var (practice, other) = (await house.AddPractice("a"), await house.AddPractice("b"));
        await house.AddCall(practice, Instant.FromUtc(2026, 9, 8, 9, 0), 4_000);
        using var clerk = await house.Host.SignedIn(await house.Host.AddUser("clerk", Roles.Billing));
        using var staff = await house.Host.SignedIn(await house.Host.AddUser("staff", Roles.PracticeStaff, practice));
        using var agent = await house.Host.SignedIn(await house.Host.AddUser("agent", Roles.Agent, practice));
        var months = $"/api/billing/practices/{practice.Value}/months";
        var invoices = $"/api/billing/practices/{practice.Value}/invoices";

        var draft = await clerk.GetFromJsonAsync<MonthDraft>($"{months}/2026-09/draft", TestJson.Options);
        // 89.00 + 120.00 + 400 s at 0.65 a minute.
        Assert.That((draft!.State, draft.Totals.NetCents), Is.EqualTo((MonthState.Open, 21_333L)));
        Assert.That((await clerk.PostAsync($"{months}/2026-09/issue", null)).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await clerk.PostAsync($"{months}/2026-09/close", null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var issued = await (await clerk.PostAsync($"{months}/2026-09/issue", null)).Content.ReadFromJsonAsync<InvoiceSummary>(TestJson.Options);
        Assert.That(issued!.NetCents, Is.EqualTo(21_333));

        var overview = await clerk.GetFromJsonAsync<MonthOverview[]>("/api/billing/months?month=2026-09", TestJson.Options);
        Assert.That(overview!.Select(o => (o.Slug, o.State)), Is.EqualTo(new[] { ("a", MonthState.Invoiced), ("b", MonthState.Open) }));

        var shown = await staff.GetFromJsonAsync<InvoiceView>($"{invoices}/{issued.Number}", TestJson.Options);
        foreach (var line in shown!.Lines.Where(l => l.UnitCode == "SEC"))
        {
            var uses = await staff.GetFromJsonAsync<LineUse[]>($"{invoices}/{issued.Number}/lines/{line.Number}/calls", TestJson.Options);
            Assert.That(uses!.Sum(u => u.Quantity), Is.EqualTo(line.Quantity));
        }

        Assert.That((await staff.GetAsync($"{invoices}/{issued.Number}/files/cii")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await staff.GetAsync($"/api/billing/practices/{other.Value}/invoices")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await staff.PostAsync($"{months}/2026-10/close", null)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await agent.GetAsync(invoices)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await clerk.GetAsync($"{months}/september/draft")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }
}
