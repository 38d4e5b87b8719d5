using System.Net;
using System.Text.Json.Serialization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Consoles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.AgentConsole.Link;

/// <summary>Keeps this console connected to the server and the screen's state fed from it.</summary>
internal sealed class HubLink : IAsyncDisposable
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(5);

    private readonly EndlessRetry retry = new(Random.Shared.NextDouble);
    private readonly HubConnection hub;
    private readonly Desk desk;
    private readonly TimeProvider time;
    private JoinConsole? identity;
    private bool connecting;
    private long retries;
    private DateTimeOffset nextAttempt;
    private DateTimeOffset? beatSince;

    public HubLink(NavigationManager navigation, Desk desk, AgendaNews agenda, TimeProvider time)
    {
        (this.desk, this.time) = (desk, time);
        hub = new HubConnectionBuilder()
            .WithUrl(navigation.ToAbsoluteUri("hubs/agent"))
            .AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter()))
            .Build();
        hub.HandshakeTimeout = TimeSpan.FromSeconds(5);
        hub.ServerTimeout = TimeSpan.FromSeconds(10);
        hub.KeepAliveInterval = TimeSpan.FromSeconds(4);
        hub.On<AgentView>(nameof(IAgentConsole.ViewChanged), Show);
        hub.On<Guid, DateOnly>(nameof(IAgentConsole.AgendaChanged), agenda.Tell);
        hub.On(nameof(IAgentConsole.Superseded), StandDown);
        hub.Closed += OnClosed;
        Server = new AgentHubProxy(hub);
    }

    public IAgentHub Server { get; }

    public async Task Start(string culture)
    {
        // A page loaded anew holds no leg of the call: a new identity tells the server so at once.
        identity = new JoinConsole(Guid.NewGuid(), culture, TakeOver: true);
        await Restore();
    }

    /// <summary>Has the server's words in another language from now on; without a connection, from the next one on.</summary>
    public async Task Speak(string culture)
    {
        if (identity is null)
            return;
        identity = identity with { Culture = culture };
        if (hub.State != HubConnectionState.Connected)
            return;
        try
        {
            Show(await Server.Join(identity));
        }
        catch (Exception)
        {
            // The connection's own Closed event says what follows, and the next one joins in the new language.
        }
    }

    /// <summary>
    /// Every 2 s, from a timer that the browser does not slow down in a hidden tab: tells the server she is there, or makes
    /// the next attempt to reach it.
    /// </summary>
    public async Task Beat()
    {
        if (identity is null || desk.State.Link is LinkState.Superseded or LinkState.SignedOut)
            return;
        if (hub.State != HubConnectionState.Connected)
        {
            if (time.GetUtcNow() >= nextAttempt)
                await TryConnect();
            return;
        }
        if (beatSince is { } since)
        {
            if (time.GetUtcNow() - since > SilentAfter)
                desk.Apply(new LinkChanged(LinkState.Lost));
            return;
        }
        await SendBeat(identity.ConsoleId);
    }

    private async Task SendBeat(Guid consoleId)
    {
        beatSince = time.GetUtcNow();
        try
        {
            var phone = desk.State.Phone;
            var onLeg = phone.Line is LinePhase.Live or LinePhase.Reconnecting ? phone.Label : null;
            var view = await Server.Heartbeat(new ConsoleHeartbeat(consoleId, desk.State.View?.Revision ?? 0, phone.IsRegistered, onLeg));
            if (view is not null)
                Show(view);
            if (desk.State.Link == LinkState.Lost)
                desk.Apply(new LinkChanged(LinkState.Live));
        }
        catch (Exception)
        {
            // The connection's own Closed event says what follows.
        }
        finally
        {
            beatSince = null;
        }
    }

    /// <summary>Makes this console the leading one again.</summary>
    public async Task TakeOver()
    {
        if (identity is null)
            return;
        identity = identity with { TakeOver = true };
        desk.Apply(new LinkChanged(LinkState.Connecting));
        await Restore();
    }

    /// <summary>Goes on after she signed in again.</summary>
    public async Task Resume()
    {
        desk.Apply(new LinkChanged(LinkState.Lost));
        await Restore();
    }

    private async Task OnClosed(Exception? error)
    {
        if (desk.State.Link is LinkState.Superseded or LinkState.SignedOut)
            return;
        desk.Apply(new LinkChanged(LinkState.Lost));
        await Restore();
    }

    private async Task Restore()
    {
        retries = 0;
        nextAttempt = time.GetUtcNow();
        while (!await TryConnect() && desk.State.Link is LinkState.Connecting or LinkState.Lost)
        {
            var delay = retry.DelayBefore(retries);
            nextAttempt = time.GetUtcNow() + delay;
            await Task.Delay(delay, time);
        }
    }

    private async Task<bool> TryConnect()
    {
        if (identity is null || hub.State == HubConnectionState.Connected)
            return true;
        if (connecting)
            return false;
        connecting = true;
        retries++;
        try
        {
            await hub.StartAsync();
            var view = await Server.Join(identity);
            identity = identity with { TakeOver = false };
            Show(view);
            desk.Apply(new LinkChanged(LinkState.Live));
            return true;
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.Unauthorized)
        {
            desk.Apply(new LinkChanged(LinkState.SignedOut));
            return false;
        }
        catch (Exception)
        {
            if (hub.State == HubConnectionState.Connected)
                await hub.StopAsync();
            return false;
        }
        finally
        {
            connecting = false;
        }
    }

    private void Show(AgentView view) => desk.Apply(new ViewArrived(view, time.GetUtcNow()));

    private async Task StandDown()
    {
        desk.Apply(new LinkChanged(LinkState.Superseded));
        await hub.StopAsync();
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
