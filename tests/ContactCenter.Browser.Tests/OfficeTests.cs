using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

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
    public async Task The_practice_decides_a_request_enters_an_absence_and_reads_its_book()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var patient = await OpenPhones();
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Answers();
        await claire.ChoosesPatient("lefevre camille", "1986");
        Assert.That(await claire.Books("verrue"), Does.Contain("Petit geste").Or.Contain("accord"));

        await Context.ClearCookiesAsync();
        var page = (await SignIn("cabinet")).Page;
        await page.GetByText("Demandes et absences").ClickAsync();
        var request = page.Locator(".message.unread").First;
        await request.WaitForAsync();
        await page.Locator(".absence").First.WaitForAsync();
        await Picture(page, "calendar");
        Assert.That((await page.RunAxe()).Violations.Select(v => v.Id), Is.Empty);
        await request.GetByRole(AriaRole.Button, new() { Name = "Accepter" }).PressAsync("Enter");
        await page.GetByText("Accepté :").WaitForAsync();

        var times = page.Locator("input[type=datetime-local]");
        await times.Nth(0).FillAsync("2026-11-24T08:00");
        await times.Nth(1).FillAsync("2026-11-24T13:00");
        await page.GetByLabel("Pourquoi").FillAsync("Garde à l'hôpital");
        await page.GetByLabel("Pourquoi").PressAsync("Enter");
        await page.GetByText("Rendez-vous à déplacer :").WaitForAsync();
        await Picture(page, "calendar-absence");
        Assert.That((await page.RunAxe()).Violations.Select(v => v.Id), Is.Empty);

        var book = await page.RunAndWaitForPopupAsync(() => page.GetByText("Ouvrir en français").ClickAsync());
        await book.GetByText("Classeur de protocoles").First.WaitForAsync();
        await Picture(book, "protocol-book");
        Assert.That((await book.RunAxe()).Violations.Select(v => v.Id), Is.Empty);
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

    [Test]
    public async Task The_chosen_practice_stays_from_page_to_page_and_each_page_says_its_title()
    {
        var page = (await SignIn("compta")).Page;
        var chosen = page.Locator(".office-practice option:checked");
        await Assertions.Expect(chosen).ToHaveTextAsync("Cabinet des Lilas");
        await page.GetByLabel("Cabinet").SelectOptionAsync(new SelectOptionValue { Label = "Pédiatrie du Canal" });
        await Assertions.Expect(chosen).ToHaveTextAsync("Pédiatrie du Canal");
        await Assertions.Expect(page.Locator("#office-practice")).ToBeFocusedAsync();
        await page.Locator(".office-pages").GetByText("Factures").ClickAsync();
        await page.GetByText("Facture F2026-000002").WaitForAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Factures");
        await page.Locator(".office-pages").GetByText("Facturation").ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Facturation");
        await page.Locator(".office-pages").GetByText("Relevé des appels").ClickAsync();
        await Assertions.Expect(chosen).ToHaveTextAsync("Pédiatrie du Canal");
        await Assertions.Expect(page.Locator(".office-pages [aria-current=page]")).ToHaveTextAsync("Relevé des appels");
    }
}
