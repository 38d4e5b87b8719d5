using System.Collections.Concurrent;
using System.Text.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Consoles;

/// <summary>
/// Pushes views to the consoles connected here when a call changed. A push is a hint that saves two seconds: what it misses the heartbeat brings.
/// </summary>
internal sealed class ConsoleNotifier(
    IHubContext<AgentHub, IAgentConsole> hub, ConnectedConsoles consoles, IServiceProvider services, CallSignals signals, ILogger<ConsoleNotifier> log) : BackgroundService
{
    private readonly ConcurrentDictionary<AgentId, Shown> _shown = new();
    private readonly Lock _gate = new();

    // Who is being pushed to; true: once more when that is done.
    private readonly Dictionary<AgentId, bool> _pushing = [];

    /// <summary>The view with which a console begins here, whatever was shown to another or elsewhere before.</summary>
    public AgentView Begin(AgentId agent, MadeView made)
    {
        _shown[agent] = Shown.Of(made.View, made.Floor);
        return made.View;
    }

    /// <summary>By which reading of the floor a console that shows <paramref name="revision"/> shows its team; 0 when that is not known.</summary>
    public long TeamShown(AgentId agent, long revision) => _shown.TryGetValue(agent, out var shown) && revision >= shown.Revision ? shown.Floor ?? 0 : 0;

    /// <summary>
    /// What a view says that a console which shows <paramref name="revision"/> does not know, times and counters apart; null when it says nothing new.
    /// A push that never arrived is thereby said again.
    /// </summary>
    public AgentView? News(AgentId agent, long revision, MadeView made)
    {
        var now = Shown.Of(made.View, made.Floor);
        var isNews = !_shown.TryGetValue(agent, out var shown) || revision < shown.Revision || made.View.Team is not null || made.View.TeamChanges is not null
            || shown.Rest != now.Rest;
        return isNews ? Note(agent, now, made.View) : null;
    }

    /// <summary>
    /// Shows an agent what became of her calls, without waiting for anybody: a console that does not read holds up no other. Many changes while
    /// one view is on its way are one more view.
    /// </summary>
    public void Nudge(AgentId agent)
    {
        lock (_gate)
        {
            if (!_pushing.TryAdd(agent, false))
            {
                _pushing[agent] = true;
                return;
            }
        }
        _ = PushAll(agent);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var change in signals.ListenEverywhere(stoppingToken))
            {
                foreach (var agent in change.Agents)
                    Nudge(agent);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task PushAll(AgentId agent)
    {
        do
            await Push(agent);
        while (IsWantedAgain(agent));
    }

    private bool IsWantedAgain(AgentId agent)
    {
        lock (_gate)
        {
            var again = _pushing[agent];
            if (again)
                _pushing[agent] = false;
            else
                _pushing.Remove(agent);
            return again;
        }
    }

    /// <summary>Shows her a view that was made elsewhere, without a team.</summary>
    public Task Show(AgentId agent, AgentView view) => Push(agent, _ => Task.FromResult(view));

    private Task Push(AgentId agent) => Push(agent, console => services.GetRequiredService<AgentViews>().For(agent, console.Culture, CancellationToken.None));

    private async Task Push(AgentId agent, Func<ConnectedConsole, Task<AgentView>> make)
    {
        if (consoles.Find(agent) is not { } console)
            return;
        try
        {
            var view = await make(console);
            var sending = hub.Clients.Client(console.Connection).ViewChanged(view);
            Note(agent, Shown.Of(view, null), view);
            await sending;
            Measures.Push("sent");
        }
        catch (Exception failure)
        {
            Measures.Push("failed");
            log.LogWarning(failure, "A view could not be pushed; the heartbeat brings it");
        }
    }

    // Of two views made at once the newer is what she shows; one without a team leaves her the team she has.
    private AgentView Note(AgentId agent, Shown made, AgentView view)
    {
        _shown.AddOrUpdate(agent, made, (_, before) => before.Revision > made.Revision ? before : made with { Floor = made.Floor ?? before.Floor });
        return view;
    }

    /// <summary>What a console was sent last.</summary>
    /// <param name="Floor">The reading of the floor by which it shows its team; null when it was sent none.</param>
    private sealed record Shown(long Revision, string Rest, long? Floor)
    {
        public static Shown Of(AgentView view, long? floor)
        {
            var rest = view with
            {
                Revision = 0,
                ServerTime = default,
                Team = null,
                TeamChanges = null,
                Call = view.Call is null ? null : view.Call with { TalkSeconds = 0 },
            };
            return new Shown(view.Revision, JsonSerializer.Serialize(rest), floor);
        }
    }
}
