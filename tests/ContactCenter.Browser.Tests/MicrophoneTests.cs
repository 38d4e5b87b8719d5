using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>A secretary whom nobody would hear is not offered calls. The demonstration needs no microphone unless it is told to check one.</summary>
internal sealed class MicrophoneTests : BrowserTest
{
    protected override string[] HouseOptions => ["--microphone", "true"];

    protected override bool SharesHouse => true;

    [Test]
    public async Task One_that_hears_shows_its_level_and_lets_her_be_ready()
    {
        var nadia = await SignIn("nadia");
        await nadia.Sees(".ready-panel");
        await nadia.Page.GetByText("Essayer le micro").ClickAsync();
        await nadia.Reads("Nous vous entendons.");
        await nadia.Page.WaitForFunctionAsync("() => document.querySelector('meter').value > 0.2");
        await nadia.Press("F2");
        await nadia.Is("Available");
    }

    // The browser's own words for each trouble; a machine without a microphone is not at hand.
    [TestCase("NotFoundError", "Aucun micro n’est branché")]
    [TestCase("NotReadableError", "occupé par une autre application")]
    public async Task One_that_is_missing_or_busy_is_named_and_she_is_not_ready(string error, string sentence)
    {
        await Context.AddInitScriptAsync($"navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '{error}'));");
        var claire = await SignIn();
        await claire.Sees(".ready-panel");
        await claire.Press("F2");
        await claire.Reads(sentence);
        Assert.That(await claire.Page.Locator(".desk[data-presence=Offline]").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_silent_one_is_noticed_until_it_is_heard()
    {
        // A stream from nowhere: no sound at all, as of a headset whose switch is off, until the test speaks.
        await Context.AddInitScriptAsync("""
            navigator.mediaDevices.getUserMedia = async () => {
              const room = new AudioContext(), microphone = room.createMediaStreamDestination();
              window.speak = () => { const voice = room.createOscillator(); voice.connect(microphone); voice.start(); };
              return microphone.stream;
            };
            """);
        var claire = await SignIn();
        await claire.Sees(".ready-panel");
        await claire.Press("F2");
        await claire.Reads("Nous n’entendons rien. Le micro est-il coupé");
        await Picture(claire.Page, "microphone-silent");
        Assert.That(await claire.Page.Locator("meter").EvaluateAsync<double>("m => m.value"), Is.Zero);
        Assert.That(await claire.Page.Locator(".desk[data-presence=Offline]").CountAsync(), Is.EqualTo(1));

        await claire.Page.EvaluateAsync("() => window.speak()");
        await claire.Reads("Nous vous entendons.");
        await Assertions.Expect(claire.Page.Locator(".banner.warn")).ToHaveCountAsync(0);
        await Picture(claire.Page, "microphone-heard");
    }

    [Test]
    public async Task She_may_take_calls_though_nothing_is_heard()
    {
        await Context.AddInitScriptAsync("navigator.mediaDevices.getUserMedia = async () => new AudioContext().createMediaStreamDestination().stream;");
        var nadia = await SignIn("nadia");
        await nadia.Sees(".ready-panel");
        await nadia.Press("F2");
        await nadia.Page.GetByText("Prendre les appels quand même").ClickAsync();
        await nadia.Is("Available");
    }
}

/// <summary>A browser that answers no when the page asks for the microphone.</summary>
internal sealed class RefusedMicrophoneTests : BrowserTest
{
    private IBrowser? _denying;

    protected override string[] HouseOptions => ["--microphone", "true"];

    protected override string[] Permissions => [];

    protected override async Task<IBrowser> Browser() => _denying ??= await Chromium.Launch(Chromium.Denying);

    [Test]
    public async Task A_refused_one_is_named_with_what_to_do_and_she_is_not_ready()
    {
        var claire = await SignIn();
        await claire.Sees(".ready-panel");
        await claire.Press("F2");
        await claire.Reads("Le navigateur n’a pas accès au micro");
        Assert.That(await claire.Page.Locator(".desk[data-presence=Offline]").CountAsync(), Is.EqualTo(1));
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        if (_denying is not null)
            await _denying.DisposeAsync();
    }
}
