using System.Collections.Concurrent;
using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>When consoles last told this process that they hold the leg of their call: noted before any database is asked.</summary>
internal sealed class LegEvidence
{
    private readonly ConcurrentDictionary<AgentId, Instant> _seen = new();

    public void Note(AgentId agent, Instant at) => _seen[agent] = at;

    public Instant? Of(AgentId agent) => _seen.TryGetValue(agent, out var at) ? at : null;
}
