using System.Collections.Concurrent;
using System.Text.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Consoles;

/// <summary>
/// Pushes views to the consoles connected here when a call changed. A push is a hint that saves two seconds: what it misses the heartbeat brings.
/// </summary>
internal sealed class ConsoleNotifier(IHubContext<AgentHub, IAgentConsole> hub, IServiceProvider services, CallSignals signals, ILogger<ConsoleNotifier> log) : BackgroundService
{
    private readonly ConcurrentDictionary<AgentId, (string Connection, string Culture)> _consoles = new();
    private readonly ConcurrentDictionary<AgentId, (string View, int Team)> _shown = new();

    public void Add(AgentId agent, string connection, string culture) => _consoles[agent] = (connection, culture);

    public void Remove(AgentId agent, string connection)
    {
        if (_consoles.TryGetValue(agent, out var console) && console.Connection == connection)
            _consoles.TryRemove(KeyValuePair.Create(agent, console));
    }

    /// <summary>Whether a view says something that the one of <paramref name="revision"/> does not; times and counters apart.</summary>
    public bool IsNews(AgentId agent, long revision, AgentView view)
    {
        var content = Content(view);
        var known = _shown.TryGetValue(agent, out var shown) && shown == content && revision > 0;
        _shown[agent] = content;
        return !known;
    }

    /// <summary>Shows an agent what she just did, without waiting for anybody.</summary>
    public void Nudge(AgentId agent) => _ = Push(agent, CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var change in signals.Listen(stoppingToken))
            {
                foreach (var agent in change.Agents)
                    await Push(agent, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Push(AgentId agent, CancellationToken cancellationToken)
    {
        if (!_consoles.TryGetValue(agent, out var console))
            return;
        try
        {
            var view = await services.GetRequiredService<AgentViews>().For(agent, console.Culture, cancellationToken);
            _shown[agent] = Content(view);
            await hub.Clients.Client(console.Connection).ViewChanged(view);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "A view could not be pushed; the heartbeat brings it");
        }
    }

    // The team is long and the same for many: it is compared by its hash.
    private static (string, int) Content(AgentView view)
    {
        var team = new HashCode();
        foreach (var member in view.Team)
            team.Add(member);
        var rest = view with { Revision = 0, ServerTime = default, Team = [], Call = view.Call is null ? null : view.Call with { TalkSeconds = 0 } };
        return (JsonSerializer.Serialize(rest), team.ToHashCode());
    }
}
