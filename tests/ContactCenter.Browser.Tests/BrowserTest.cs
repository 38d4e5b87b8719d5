using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>A test in a real Chromium against the demonstration. Each test has a house of its own, so none sees another's calls.</summary>
[CancelAfter(240_000)]
internal abstract class BrowserTest
{
    private readonly List<IBrowserContext> _contexts = [];

    protected DemoHouse House { get; private set; } = null!;
    protected IBrowserContext Context { get; private set; } = null!;

    /// <summary>Errors that a page threw or printed: a test that ends with one has failed.</summary>
    protected List<string> PageErrors { get; } = [];

    [SetUp]
    public async Task Open()
    {
        if (Chromium.Path is null)
        {
            Assert.Ignore("No Chromium: install Debian's chromium, or let ./test.sh do it as root.");
            return;
        }
        PageErrors.Clear();
        House ??= await DemoHouse.Start(HouseOptions);
        Context = await NewContext();
    }

    /// <summary>How the demonstration is started beside ports, folder and hour.</summary>
    protected virtual string[] HouseOptions => [];

    /// <summary>For tests that leave nothing behind which another would trip over.</summary>
    protected virtual bool SharesHouse => false;

    protected virtual string[] Permissions => ["microphone"];

    protected virtual Task<IBrowser> Browser() => Chromium.Shared();

    [TearDown]
    public async Task Close()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Failed)
        {
            foreach (var (page, index) in _contexts.SelectMany(c => c.Pages).Select((p, i) => (p, i)))
                await Picture(page, $"failed-{TestContext.CurrentContext.Test.Name}-{index}");
        }
        foreach (var context in _contexts)
            await context.DisposeAsync();
        _contexts.Clear();
        if (!SharesHouse)
            await LeaveHouse();
        Assert.That(PageErrors, Is.Empty);
    }

    [OneTimeTearDown]
    public async Task LeaveHouse()
    {
        if (House is not null)
            await House.DisposeAsync();
        House = null!;
    }

    /// <summary>At her own machine, while those of <see cref="Context"/> stay signed in at theirs.</summary>
    protected async Task<SecretaryPage> SignInElsewhere(string name) => await SignIn(name, await NewContext());

    protected Task<SecretaryPage> SignIn(string name = "claire") => SignIn(name, Context);

    private async Task<SecretaryPage> SignIn(string name, IBrowserContext context)
    {
        var page = await NewPage(context);
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

    protected Task<IPage> NewPage() => NewPage(Context);

    private async Task<IBrowserContext> NewContext()
    {
        var context = await (await Browser()).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1366, Height = 768 }, Locale = "fr-FR", Permissions = Permissions, ReducedMotion = ReducedMotion.Reduce,
        });
        _contexts.Add(context);
        context.SetDefaultTimeout(60_000);
        return context;
    }

    private async Task<IPage> NewPage(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => PageErrors.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Status == 404)
                PageErrors.Add($"404: {response.Url}");
        };
        page.Console += (_, message) =>
        {
            TestContext.Out.WriteLine($"{message.Type}: {message.Text}");
            // Whoever is not signed in, or mistypes, is told so with 401, and the browser prints that as an error.
            if (message.Type == "error" && !message.Text.Contains("401"))
                PageErrors.Add($"{message.Text} {message.Location}");
        };
        return page;
    }

    /// <summary>Into the folder that CONTACTCENTER_SCREENSHOTS names; without it none is taken.</summary>
    protected static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CONTACTCENTER_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }
}
