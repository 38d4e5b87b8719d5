using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking;

/// <summary>
/// Tells the consoles of a practice that a day of its agenda changed. A hint: whoever misses it sees it when loading again. Who answers for the
/// practice is read each time: an agent who was taken off it is told nothing more, however long her console has been open.
/// </summary>
internal sealed class AgendaSignals(IHubContext<AgentHub, IAgentConsole> hub, Store store, ILogger<AgendaSignals> log)
{
    public void Raise(Guid practiceId, DateOnly day) => _ = Tell(practiceId, day);

    private async Task Tell(Guid practiceId, DateOnly day)
    {
        try
        {
            var practice = new PracticeId(practiceId);
            var agents = await store.Read(
                (db, token) => db.Set<AgentPractice>().Where(a => a.PracticeId == practice).Select(a => a.AgentId).ToListAsync(token), CancellationToken.None);
            await hub.Clients.Users([.. agents.Select(a => a.Value.ToString())]).AgendaChanged(practiceId, day);
        }
        catch (Exception failure)
        {
            log.LogWarning("Consoles could not be told of a changed agenda ({Failure}); they see it when loading again", failure.GetType().Name);
        }
    }
}
