using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts;
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

    [Test]
    public async Task The_clerk_tries_a_tariff_takes_back_a_part_and_finds_both_documents()
    {
        await using var house = new BillingHouse(DatabaseEngine.Sqlite);
        var practice = await house.AddPractice("a");
        await house.AddCall(practice, Instant.FromUtc(2026, 9, 8, 9, 0), 4_000);
        using var clerk = await house.Host.SignedIn(await house.Host.AddUser("clerk", Roles.Billing));
        var address = $"/api/billing/practices/{practice.Value}";

        var tried = await (await clerk.PostAsJsonAsync($"{address}/months/2026-09/simulation", new SimulateTariff("essentiel"), TestJson.Options))
            .Content.ReadFromJsonAsync<TariffSimulation>(TestJson.Options);
        // Without the 120.00 of the set-up.
        Assert.That((tried!.Now, tried.Simulated), Is.EqualTo((9_333L, 9_333L)));
        var unknown = await clerk.PostAsJsonAsync($"{address}/months/2026-09/simulation", new SimulateTariff("essentiel", 99), TestJson.Options);
        Assert.That((unknown.StatusCode, await unknown.ProblemCode()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, BillingProblems.NoTariff)));

        await clerk.PostAsync($"{address}/months/2026-09/close", null);
        await clerk.PostAsync($"{address}/months/2026-09/issue", null);
        var note = await Credit(clerk, address, new CreditInvoice([new(3, 100)]));
        var summary = await note.Content.ReadFromJsonAsync<InvoiceSummary>(TestJson.Options);
        // 100 s at 0.65 a minute.
        Assert.That((summary!.Number, summary.NetCents, summary.Corrects), Is.EqualTo(("A2026-000001", 108L, "F2026-000001")));
        var tooMuch = await Credit(clerk, address, new CreditInvoice([new(3, 301)]));
        Assert.That((tooMuch.StatusCode, await tooMuch.ProblemCode()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, BillingProblems.NotIssued)));
        Assert.That((await Credit(clerk, address, new CreditInvoice())).StatusCode, Is.EqualTo(HttpStatusCode.OK), "the rest");

        var issued = await clerk.GetFromJsonAsync<IssuedInvoiceView[]>("/api/billing/invoices?month=2026-09", TestJson.Options);
        Assert.That(issued!.Select(i => (i.Practice, i.Invoice.Number, i.Invoice.Credited)), Is.EqualTo(new[]
        {
            ("Cabinet a", "A2026-000002", false), ("Cabinet a", "A2026-000001", false), ("Cabinet a", "F2026-000001", true),
        }));
    }

    private static Task<HttpResponseMessage> Credit(HttpClient clerk, string address, CreditInvoice asked)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/invoices/F2026-000001/credit-notes")
        {
            Content = JsonContent.Create(asked, options: TestJson.Options),
        };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{Guid.NewGuid()}");
        return clerk.SendAsync(request);
    }
}
