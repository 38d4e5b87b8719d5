using System.Collections.Concurrent;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Identity;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Consoles;

/// <summary>A console whose connection ends at this server.</summary>
/// <param name="CutOff">Closes the connection.</param>
internal sealed record ConnectedConsole(string Connection, string Culture, Action CutOff);

/// <summary>The consoles connected here. Which of an agent's consoles leads is in her row, not here.</summary>
internal sealed class ConnectedConsoles
{
    private readonly ConcurrentDictionary<AgentId, ConnectedConsole> _consoles = new();
    private readonly IHubContext<AgentHub, IAgentConsole> _hub;
    private readonly IOtherNodes _others;

    public ConnectedConsoles(IHubContext<AgentHub, IAgentConsole> hub, IOtherNodes others, EndedSessions ended)
    {
        (_hub, _others) = (hub, others);
        others.Listen<ConsoleSuperseded>(Tell);
        ended.Ended += account => Find(new AgentId(account))?.CutOff();
    }

    public void Add(AgentId agent, ConnectedConsole console) => _consoles[agent] = console;

    public void Remove(AgentId agent, string connection)
    {
        if (Find(agent) is { } console && console.Connection == connection)
            _consoles.TryRemove(KeyValuePair.Create(agent, console));
    }

    public ConnectedConsole? Find(AgentId agent) => _consoles.GetValueOrDefault(agent);

    /// <summary>Another console took the lead: this one stops, whichever server it is connected to. Its next heartbeat would tell it too.</summary>
    public void Supersede(string connection)
    {
        var superseded = new ConsoleSuperseded(connection);
        Tell(superseded);
        _others.Tell(superseded);
    }

    private void Tell(ConsoleSuperseded console) => _ = _hub.Clients.Client(console.Connection).Superseded();

    private sealed record ConsoleSuperseded(string Connection);
}
