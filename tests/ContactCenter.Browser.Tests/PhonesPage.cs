using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>The patient's telephone.</summary>
internal sealed class PhonesPage(IPage page)
{
    public IPage Page => page;

    public Task Dial() => page.GetByTestId("dial").ClickAsync();

    public Task Hears(string words) => page.GetByTestId("heard").GetByText(words).First.WaitForAsync();

    public Task Press(string key) => page.GetByTestId($"key-{key}").ClickAsync();

    public Task HangUp() => page.GetByTestId("hangup").ClickAsync();

    public async Task WantsAppointment()
    {
        await Dial();
        await Hears("tapez 1");
        await Press("1");
    }
}
