using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking;

/// <summary>
/// Tells the consoles of a practice, here and on other servers, that a day of its agenda changed. A hint: whoever misses it sees it when loading
/// again. Who answers for the practice is read each time: an agent who was taken off it is told nothing more, however long her console has been open.
/// </summary>
internal sealed class AgendaSignals
{
    private readonly IHubContext<AgentHub, IAgentConsole> _hub;
    private readonly IOtherNodes _others;
    private readonly Store _store;
    private readonly ILogger<AgendaSignals> _log;

    public AgendaSignals(IHubContext<AgentHub, IAgentConsole> hub, IOtherNodes others, Store store, ILogger<AgendaSignals> log)
    {
        (_hub, _others, _store, _log) = (hub, others, store, log);
        others.Listen<AgendaChanged>(change => _ = Tell(change));
    }

    public void Raise(Guid practiceId, DateOnly day)
    {
        var change = new AgendaChanged(practiceId, day);
        _ = Tell(change);
        _others.Tell(change);
    }

    private async Task Tell(AgendaChanged change)
    {
        try
        {
            var practice = new PracticeId(change.PracticeId);
            var agents = await _store.Read(
                (db, token) => db.Set<AgentPractice>().Where(a => a.PracticeId == practice).Select(a => a.AgentId).ToListAsync(token), CancellationToken.None);
            await _hub.Clients.Users([.. agents.Select(a => a.Value.ToString())]).AgendaChanged(change.PracticeId, change.Day);
        }
        catch (Exception failure)
        {
            _log.LogWarning("Consoles could not be told of a changed agenda ({Failure}); they see it when loading again", failure.GetType().Name);
        }
    }

    private sealed record AgendaChanged(Guid PracticeId, DateOnly Day);
}
