using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>A test in a real Chromium against the demonstration. Each test has a house of its own, so none sees another's calls.</summary>
[CancelAfter(120_000)]
internal abstract class BrowserTest
{
    private static readonly string[] Chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Chromium asks nobody outside, and its microphone is a tone.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
        "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    protected DemoHouse House { get; private set; } = null!;
    protected IBrowserContext Context { get; private set; } = null!;

    /// <summary>Errors that a page threw or printed: a test that ends with one has failed.</summary>
    protected List<string> PageErrors { get; } = [];

    [SetUp]
    public async Task Open()
    {
        if (Chromium.FirstOrDefault(File.Exists) is not { } path)
        {
            Assert.Ignore("No Chromium: install Debian's chromium, or let ./test.sh do it as root.");
            return;
        }
        PageErrors.Clear();
        House = await DemoHouse.Start();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
        Context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1366, Height = 768 }, Locale = "fr-FR", Permissions = ["microphone"], ReducedMotion = ReducedMotion.Reduce,
        });
        Context.SetDefaultTimeout(30_000);
    }

    [TearDown]
    public async Task Close()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Failed)
        {
            foreach (var (page, index) in Context.Pages.Select((p, i) => (p, i)))
                await Picture(page, $"failed-{TestContext.CurrentContext.Test.Name}-{index}");
        }
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (House is not null)
            await House.DisposeAsync();
        Assert.That(PageErrors, Is.Empty);
    }

    protected async Task<SecretaryPage> SignIn(string name = "claire")
    {
        var page = await NewPage();
        await page.GotoAsync(House.Console);
        await page.Locator("input[type=email]").FillAsync($"{name}@demo.contactcenter.local");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Demo-2026!");
        await page.Keyboard.PressAsync("Enter");
        return new SecretaryPage(page);
    }

    protected async Task<PhonesPage> OpenPhones()
    {
        var page = await NewPage();
        await page.GotoAsync(House.Phones);
        return new PhonesPage(page);
    }

    protected async Task<IPage> NewPage()
    {
        var page = await Context.NewPageAsync();
        page.PageError += (_, error) => PageErrors.Add(error);
        page.Console += (_, message) => TestContext.Out.WriteLine($"{message.Type}: {message.Text}");
        return page;
    }

    /// <summary>Into the folder that CONTACTCENTER_SCREENSHOTS names; without it none is taken.</summary>
    protected static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CONTACTCENTER_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }
}
