namespace ContactCenter.Browser.Tests;

internal sealed class SignInTests : BrowserTest
{
    [Test]
    public async Task A_wrong_password_is_said_and_the_right_one_opens_the_desk()
    {
        var page = await NewPage();
        await page.GotoAsync(House.Console);
        await page.Locator("input[type=email]").FillAsync("claire@demo.contactcenter.local");
        await page.Locator("input[type=password]").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".form-error[role=alert]").WaitForAsync();
        Assert.That(await page.Locator(".form-error[role=alert]").InnerTextAsync(), Is.Not.Empty);
        await page.Locator("input[type=password]").FillAsync("Demo-2026!");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".ready-panel").WaitForAsync();
    }

    [Test]
    public async Task The_vendor_s_own_softphone_is_served_with_its_licence_and_loads()
    {
        var page = await NewPage();
        await page.GotoAsync(House.Console);
        await page.AddScriptTagAsync(new Microsoft.Playwright.PageAddScriptTagOptions { Url = "/vendor/twilio-voice-sdk/twilio.min.js" });
        Assert.That(await page.EvaluateAsync<string>("() => typeof Twilio.Device"), Is.EqualTo("function"));
        Assert.That((await page.APIRequest.GetAsync($"{House.Console}/vendor/twilio-voice-sdk/LICENSE.md")).Ok, Is.True);
    }
}
