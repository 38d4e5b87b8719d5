using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>She changes the language while a patient is on the line.</summary>
internal sealed class LanguageTests : BrowserTest
{
    [Test]
    public async Task The_language_changes_in_mid_call_and_neither_call_nor_notes_are_lost()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var patient = await OpenPhones();
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Answers();
        await claire.GoesTo("#notes", "Alt+n");
        await claire.Type("Rappeler demain");
        await claire.Page.EvaluateAsync("() => { window.isSamePage = true; }");

        await claire.Page.Locator(".menu summary").ClickAsync();
        await claire.Page.Locator(".menu button[lang=en]").ClickAsync();
        await claire.Sees("html[lang=en] .call.phase-talking");
        await claire.Page.GetByText("Sign out").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        Assert.That(await claire.Page.EvaluateAsync<bool>("() => window.isSamePage === true"), "no reload: the softphone's leg lives in the page");
        Assert.That(await claire.Page.Locator("#notes").InputValueAsync(), Is.EqualTo("Rappeler demain"));
        // Three heartbeats later the server still sees her on her leg.
        await claire.Page.WaitForTimeoutAsync(6000);
        Assert.That(await claire.Page.Locator(".call.phase-talking").CountAsync(), Is.EqualTo(1));
        Assert.That(await patient.Page.GetByTestId("heard").GetByText("elle revient").CountAsync(), Is.Zero, "the caller noticed nothing");
    }
}
