using Deque.AxeCore.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>What the practice and the billing clerk do in their browser.</summary>
internal sealed class OfficeTests : BrowserTest
{
    [Test]
    public async Task A_message_taken_by_the_secretary_is_read_by_the_practice()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var patient = await OpenPhones();
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Answers();
        await claire.Press("Alt+m");
        await claire.Sees("dialog[open] textarea, [role=dialog] textarea");
        await claire.Page.Locator("dialog[open] textarea, [role=dialog] textarea").FillAsync("Demande le renouvellement de son ordonnance.");
        await claire.Press("Control+Enter");
        await claire.Sees("dialog[open] [role=status]");
        await claire.Press("Escape");

        await Context.ClearCookiesAsync();
        var office = (await SignIn("cabinet")).Page;
        await office.Locator(".message.unread").WaitForAsync();
        Assert.That(await office.Locator(".message").InnerTextAsync(), Does.Contain("renouvellement").And.Contain("06 12 34 56 01").And.Contain("Claire Fontaine"));
        await Picture(office, "office");
        Assert.That((await office.RunAxe()).Violations.Select(v => v.Id), Is.Empty);
        await office.GetByText("Marquer comme lu").ClickAsync();
        await office.GetByText("Aucun message en attente").WaitForAsync();
    }

    [Test]
    public async Task The_billing_clerk_downloads_the_month()
    {
        var page = (await SignIn("compta")).Page;
        await page.Locator("input[type=month]").FillAsync("2026-11");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("CSV").ClickAsync());
        Assert.That(file.SuggestedFilename, Is.EqualTo("calls-cabinet-des-lilas-2026-11.csv"));
        Assert.That(await File.ReadAllTextAsync(await file.PathAsync()), Does.Contain("talk"));
        await Picture(page, "billing");
        Assert.That((await page.RunAxe()).Violations.Select(v => v.Id), Is.Empty);
    }
}
