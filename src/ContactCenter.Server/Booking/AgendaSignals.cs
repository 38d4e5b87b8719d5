using System.Threading.Channels;
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
/// Tells the consoles and pages of a practice, here and on other servers, that a day of its agenda changed. A hint: whoever misses it sees it when loading
/// again. Who answers for the practice is read each time: an agent who was taken off it is told nothing more, however long her console has been open.
/// </summary>
internal sealed class AgendaSignals
{
    private readonly IHubContext<AgentHub, IAgentConsole> _hub;
    private readonly IOtherNodes _others;
    private readonly Store _store;
    private readonly ILogger<AgendaSignals> _log;
    private readonly Lock _gate = new();
    private readonly List<(Guid Practice, Channel<DateOnly> Days)> _listeners = [];

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

    /// <summary>The days of a practice's agenda that change from now on. A slow listener loses the oldest; it ends listening by disposing.</summary>
    public AgendaListening Listen(Guid practiceId)
    {
        var listener = (practiceId, Days: Channel.CreateBounded<DateOnly>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest }));
        lock (_gate)
            _listeners.Add(listener);
        return new AgendaListening(listener.Days.Reader, () =>
        {
            lock (_gate)
                _listeners.Remove(listener);
        });
    }

    private async Task Tell(AgendaChanged change)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners.Where(l => l.Practice == change.PracticeId))
                listener.Days.Writer.TryWrite(change.Day);
        }
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

/// <summary>Somebody who listens to the changes of one practice's agenda.</summary>
internal sealed record AgendaListening(ChannelReader<DateOnly> Days, Action Ends) : IDisposable
{
    public void Dispose() => Ends();
}
