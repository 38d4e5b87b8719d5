using System.Globalization;
using Bunit;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Consoles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace ContactCenter.AgentConsole.Tests.Support;

/// <summary>The desk as it stands in the browser, with a recorded server, scripted HTTP answers and a clock that stands still.</summary>
internal abstract class DeskTest
{
    protected BunitContext Browser { get; private set; } = default!;
    protected RecordingHub Server { get; private set; } = default!;
    protected ScriptedHttp Http { get; private set; } = default!;
    protected FakeTimeProvider Clock { get; private set; } = default!;

    protected Desk Desk => Get<Desk>();

    [SetUp]
    public void OpenBrowser()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        Browser = new BunitContext();
        Browser.JSInterop.Mode = JSRuntimeMode.Loose;
        (Server, Http, Clock) = (new RecordingHub(), new ScriptedHttp(), new FakeTimeProvider(Views.Noon));
        Browser.Services.AddDesk(new Uri("http://localhost/"));
        Browser.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        Browser.Services.Replace(ServiceDescriptor.Singleton<IAgentHub>(Server));
        Browser.Services.Replace(ServiceDescriptor.Singleton(_ => new HttpClient(Http) { BaseAddress = new Uri("http://localhost/") }));
    }

    [TearDown]
    public ValueTask CloseBrowser() => Browser.DisposeAsync();

    protected T Get<T>() where T : notnull => Browser.Services.GetRequiredService<T>();

    protected void Show(AgentView view)
    {
        Desk.Apply(new ViewArrived(view, Clock.GetUtcNow()));
        if (Desk.State.Link == LinkState.Connecting)
            Desk.Apply(new LinkChanged(LinkState.Live));
    }

    /// <summary>Lets time pass until the work is done, however many pauses it makes.</summary>
    protected async Task LetPass(Task work)
    {
        for (var i = 0; i < 400 && !work.IsCompleted; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
        Assert.That(work.IsCompleted, Is.True, "the work never ends");
        await work;
    }

    protected Task Press(string key) => Get<KeyRing>().Press(key);
}
