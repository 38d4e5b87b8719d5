using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Hosting.Nodes;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Booking;

/// <summary>
/// Tells the consoles of a practice, here and on other servers, that a day of its agenda changed. A hint: who misses it sees it when loading again.
/// </summary>
internal sealed class AgendaSignals
{
    private readonly IHubContext<AgentHub, IAgentConsole> _hub;
    private readonly IOtherNodes _others;

    public AgendaSignals(IHubContext<AgentHub, IAgentConsole> hub, IOtherNodes others)
    {
        (_hub, _others) = (hub, others);
        others.Listen<AgendaChanged>(Tell);
    }

    public static string GroupOf(PracticeId practice) => $"agenda-{practice.Value:N}";

    public void Raise(Guid practiceId, DateOnly day)
    {
        var change = new AgendaChanged(practiceId, day);
        Tell(change);
        _others.Tell(change);
    }

    private void Tell(AgendaChanged change) =>
        _ = _hub.Clients.Group(GroupOf(new PracticeId(change.PracticeId))).AgendaChanged(change.PracticeId, change.Day);

    private sealed record AgendaChanged(Guid PracticeId, DateOnly Day);
}
