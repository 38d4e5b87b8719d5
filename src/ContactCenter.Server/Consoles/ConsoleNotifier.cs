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
    public AgentView Begin(AgentId agent, AgentView view)
    {
        _shown[agent] = Shown.Of(view);
        return view;
    }

    /// <summary>
    /// What a whole view says that a console which shows <paramref name="revision"/> does not know, times and counters apart; null when it says
    /// nothing new. A push that never arrived is thereby said again.
    /// </summary>
    public AgentView? News(AgentId agent, long revision, AgentView view)
    {
        var made = Shown.Of(view);
        if (!_shown.TryGetValue(agent, out var shown) || revision < shown.Revision)
            return Note(agent, made, view);
        if (shown.Team != made.Team)
            return Note(agent, made, view);
        return shown.Rest != made.Rest ? Note(agent, made, view with { Team = null }) : null;
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

    private Task Push(AgentId agent) =>
        Push(agent, console => services.GetRequiredService<AgentViews>().For(agent, console.Culture, withTeam: false, CancellationToken.None));

    private async Task Push(AgentId agent, Func<ConnectedConsole, Task<AgentView>> make)
    {
        if (consoles.Find(agent) is not { } console)
            return;
        try
        {
            var view = await make(console);
            var sending = hub.Clients.Client(console.Connection).ViewChanged(view);
            Note(agent, Shown.Of(view), view);
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
        _shown.AddOrUpdate(agent, made, (_, before) => before.Revision > made.Revision ? before : made with { Team = made.Team ?? before.Team });
        return view;
    }

    /// <summary>What a console was sent last. The team is long and the same for many: it is compared by its hash.</summary>
    private sealed record Shown(long Revision, string Rest, int? Team)
    {
        public static Shown Of(AgentView view)
        {
            var rest = view with { Revision = 0, ServerTime = default, Team = null, Call = view.Call is null ? null : view.Call with { TalkSeconds = 0 } };
            return new Shown(view.Revision, JsonSerializer.Serialize(rest), view.Team is null ? null : HashOf(view.Team));
        }

        private static int HashOf(IReadOnlyList<TeamMemberView> team)
        {
            var hash = new HashCode();
            foreach (var member in team)
                hash.Add(member);
            return hash.ToHashCode();
        }
    }
}
