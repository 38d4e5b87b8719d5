using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Consoles;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Booking;

/// <summary>Tells the consoles of a practice that a day of its agenda changed. A hint: whoever misses it sees it when loading again.</summary>
internal sealed class AgendaSignals(IHubContext<AgentHub, IAgentConsole> hub)
{
    public static string GroupOf(PracticeId practice) => $"agenda-{practice.Value:N}";

    public void Raise(Guid practiceId, DateOnly day) => _ = hub.Clients.Group(GroupOf(new PracticeId(practiceId))).AgendaChanged(practiceId, day);
}
