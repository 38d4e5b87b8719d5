using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>One browser for all tests; each has contexts of its own, so none sees another's cookies.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Chromium asks nobody outside, and its microphone is a tone.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
        "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required",
    ];

    private static IPlaywright? s_playwright;
    private static IBrowser? s_shared;

    public static string? Path { get; } = Places.FirstOrDefault(File.Exists);

    public static async Task<IBrowser> Shared() => s_shared ??= await Launch(Allowing);

    /// <summary>Answers for the user when a page asks for the microphone.</summary>
    public const string Allowing = "--use-fake-ui-for-media-stream";

    /// <inheritdoc cref="Allowing"/>
    public const string Denying = "--use-fake-ui-for-media-stream=deny";

    public static async Task<IBrowser> Launch(string asked)
    {
        s_playwright ??= await Playwright.CreateAsync();
        return await s_playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = [.. Flags, asked] });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (s_shared is not null)
            await s_shared.DisposeAsync();
        s_playwright?.Dispose();
        DemoHouse.ForgetSeed();
    }
}
