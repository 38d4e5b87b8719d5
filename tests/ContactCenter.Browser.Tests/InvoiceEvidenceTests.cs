using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>The promise to a practice: each second on the invoice can be opened, doubted and answered for.</summary>
internal sealed partial class InvoiceEvidenceTests : BrowserTest
{
    private readonly List<string> _found = [];

    [Test]
    public async Task A_practice_follows_a_line_to_its_seconds_contests_one_and_is_given_it_back()
    {
        var practice = (await SignIn("cabinet")).Page;
        await practice.Locator(".office-pages").GetByText("Factures").ClickAsync();
        await practice.GetByText("F2026-000001").WaitForAsync();
        await Check(practice, "invoices");
        var pdf = await practice.RunAndWaitForDownloadAsync(() => practice.GetByText("PDF", new PageGetByTextOptions { Exact = true }).ClickAsync());
        Assert.That((await File.ReadAllBytesAsync(await pdf.PathAsync())).AsSpan(0, 5).SequenceEqual("%PDF-"u8), Is.True);

        await practice.GetByText("Facture F2026-000001").ClickAsync();
        var line = practice.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "Temps de secrétariat, jour" }).Last;
        await line.Locator("button").ClickAsync();
        await practice.Locator(".line-uses a").First.WaitForAsync();
        await Check(practice, "invoice-line-calls");

        await practice.Locator(".line-uses a").Last.ClickAsync();
        await practice.Locator(".evidence-bar").WaitForAsync();
        await Check(practice, "evidence");
        var talk = practice.Locator(".evidence-table tbody tr").Filter(new LocatorFilterOptions { HasText = "Conversation" }).First;
        await Assertions.Expect(talk).ToContainTextAsync("conference:2:participant-join");
        await Assertions.Expect(talk).ToContainTextAsync(Arrival());
        await talk.Locator("button").ClickAsync();
        await practice.Locator(".evidence-contest textarea").FillAsync("Nous avons raccroché plus tôt.");
        await Check(practice, "contest");
        await practice.Locator(".evidence-contest button[type=submit]").ClickAsync();
        await Assertions.Expect(talk).ToContainTextAsync("En cours d’examen");
        await practice.GotoAsync(practice.Url[..practice.Url.IndexOf("/calls/", StringComparison.Ordinal)] + "/invoices");
        await practice.Locator(".contest").WaitForAsync();
        await Check(practice, "invoices-contested");
        await practice.CloseAsync();

        await Context.ClearCookiesAsync();
        var clerk = (await SignIn("compta")).Page;
        await clerk.GetByText("Facturation", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.Locator(".contest textarea").FillAsync("Vérifié : avoir émis.");
        await clerk.Locator("tbody button").First.WaitForAsync();
        await Check(clerk, "clerk");
        await clerk.Locator(".contest button[type=submit]").ClickAsync();
        await clerk.GetByText("Avoir A2026-000001 émis").WaitForAsync();
        await Check(clerk, "clerk-accepted");
        await clerk.GetByText("Avoir A2026-000001 émis").ClickAsync();
        await clerk.GetByText("Concerne la facture F2026-000001.").WaitForAsync();
        await Check(clerk, "credit-note");
        Assert.That(_found, Is.Empty);
    }

    [Test]
    public async Task The_clerk_closes_and_invoices_the_month_that_ended()
    {
        var clerk = (await SignIn("compta")).Page;
        await clerk.GetByText("Facturation", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.GetByText("Clôturer", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await clerk.GetByText("Émettre la facture", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await clerk.GetByText("Facture F2026-000003").WaitForAsync();
        await Check(clerk, "clerk-invoiced");
        var bundle = await clerk.RunAndWaitForDownloadAsync(() => clerk.GetByText("Archive du mois").ClickAsync());
        Assert.That(bundle.SuggestedFilename, Is.EqualTo("cabinet-des-lilas-2026-10.zip"));
        using var zip = System.IO.Compression.ZipFile.OpenRead(await bundle.PathAsync());
        Assert.That(zip.Entries.Select(e => e.FullName), Has.Member("calls.csv").And.Member("fec.txt").And.Member("invoices/F2026-000003.pdf"));
        Assert.That(_found, Is.Empty);
    }

    private async Task Check(IPage page, string state)
    {
        await page.WaitForTimeoutAsync(300);
        await Picture(page, state);
        _found.AddRange((await page.RunAxe()).Violations.Select(v => $"{state}: {v.Id}: {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))}"));
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            _found.Add($"{state}: scrolls sideways");
    }

    [GeneratedRegex(@"reçu à \d\d:\d\d:\d\d\.\d{3}, n° \d+")]
    private static partial Regex Arrival();
}
