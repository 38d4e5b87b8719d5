using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>One browser for all tests; each has contexts of its own, so none sees another's cookies.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    // The shell is the same engine without windows, which are work too.
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Chromium asks nobody outside, and its microphone is a tone.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
        "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required",
    ];

    private static readonly Lazy<Task<IPlaywright>> Driver = new(Playwright.CreateAsync);
    private static readonly Lazy<Task<IBrowser>> OfAll = new(() => Launch(Allowing));

    public static string? Path { get; } = Places.FirstOrDefault(File.Exists);

    public static Task<IBrowser> Shared() => OfAll.Value;

    /// <summary>Answers for the user when a page asks for the microphone.</summary>
    public const string Allowing = "--use-fake-ui-for-media-stream";

    /// <inheritdoc cref="Allowing"/>
    public const string Denying = "--use-fake-ui-for-media-stream=deny";

    public static async Task<IBrowser> Launch(string asked)
    {
        var playwright = await Driver.Value;
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = [.. Flags, asked] });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (OfAll.IsValueCreated)
            await (await OfAll.Value).DisposeAsync();
        if (Driver.IsValueCreated)
            (await Driver.Value).Dispose();
        await DemoHouse.ForgetSeed();
    }
}
