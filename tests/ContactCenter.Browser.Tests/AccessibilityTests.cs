using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>WCAG 2.2 AA as far as a machine sees it, on every state of the screen; and nothing is cut at 1366 by 768.</summary>
[TestFixture("fr-FR")]
[TestFixture("en-GB")]
internal sealed class AccessibilityTests(string culture) : BrowserTest
{
    [Test]
    public async Task Every_state_of_the_screen_is_accessible_and_whole()
    {
        var start = await NewPage();
        await start.GotoAsync(House.Console);
        await start.Locator("input[type=email]").WaitForAsync();
        if (culture != "fr-FR")
        {
            await start.Locator("button[lang=en]").ClickAsync();
            await start.Locator("html[lang=en] input[type=email]").WaitForAsync();
        }
        await Check(start, "sign-in");
        await start.CloseAsync();

        var claire = await SignIn();
        await claire.Sees(".ready-panel");
        await Check(claire.Page, "idle");
        await claire.GetsReady();
        var patient = await OpenPhones();
        await Check(patient.Page, "phones");
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Sees("section.offer");
        await Check(claire.Page, "offer");
        await claire.Answers();
        await Check(claire.Page, "call");
        await claire.Press("F1");
        await claire.Sees("dialog[open], [role=dialog]");
        await Check(claire.Page, "shortcuts");
        await claire.Press("Escape");
        await claire.ChoosesPatient("lefevre camille", "LEFÈVRE Camille");
        await claire.Press("Alt+r");
        await claire.Type("consult");
        await claire.Sees("#reason-list .marked");
        await claire.Press("Enter");
        await claire.Page.Locator("input[name=slot]").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await Check(claire.Page, "slots");
        await claire.Press("Alt+m");
        await claire.Sees("dialog[open], [role=dialog]");
        await Check(claire.Page, "message");
        await claire.Press("Escape");
        await patient.Page.BringToFrontAsync();
        await patient.HangUp();
        await claire.Page.BringToFrontAsync();
        await claire.Sees(".wrap-up.is-wrapping");
        await Check(claire.Page, "wrap-up");
        Assert.That(_found, Is.Empty);
    }

    private readonly List<string> _found = [];

    private async Task Check(IPage page, string state)
    {
        await page.WaitForTimeoutAsync(300);
        await Picture(page, $"{state}-{await page.EvaluateAsync<string>("() => document.documentElement.lang")}");
        _found.AddRange(await PageCheck.Faults(page, state));
    }
}
