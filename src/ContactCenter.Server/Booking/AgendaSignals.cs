using System.Threading.Channels;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Booking;

/// <summary>
/// Tells the consoles and pages of a practice, here and on other servers, that a day of its agenda changed. A hint: whoever misses it sees it when loading
/// again. Who answers for the practice is read each time: an agent who was taken off it is told nothing more, however long her console has been open.
/// </summary>
internal sealed class AgendaSignals
{
    private static readonly HotList<PracticeId, AgentId> AgentsOf = new((db, practice) => db.Set<AgentPractice>().Where(a => a.PracticeId == practice).Select(a => a.AgentId));

    private readonly IHubContext<AgentHub, IAgentConsole> _hub;
    private readonly IOtherNodes _others;
    private readonly Store _store;
    private readonly ILogger<AgendaSignals> _log;
    private readonly Lock _gate = new();
    private readonly List<(Guid Practice, Channel<DateOnly> Days)> _listeners = [];
    private readonly Dictionary<Guid, HashSet<DateOnly>> _untold = [];

    public AgendaSignals(IHubContext<AgentHub, IAgentConsole> hub, IOtherNodes others, Store store, ILogger<AgendaSignals> log)
    {
        (_hub, _others, _store, _log) = (hub, others, store, log);
        others.Listen<AgendaChanged>(Tell);
    }

    public void Raise(Guid practiceId, DateOnly day)
    {
        var change = new AgendaChanged(practiceId, day);
        Tell(change);
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

    private void Tell(AgendaChanged change)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners.Where(l => l.Practice == change.PracticeId))
                listener.Days.Writer.TryWrite(change.Day);
            // While the consoles of a practice are told, further days wait for the same teller: many changes at once ask once who is to be told.
            if (_untold.TryGetValue(change.PracticeId, out var waiting))
            {
                waiting.Add(change.Day);
                return;
            }

            _untold[change.PracticeId] = [change.Day];
        }

        _ = TellConsoles(change.PracticeId);
    }

    private async Task TellConsoles(Guid practice)
    {
        for (var days = Take(practice); days.Count > 0; days = Take(practice))
            await TellConsoles(practice, days);
    }

    /// <summary>The days that wait; none: the teller is done, and the next change begins another.</summary>
    private HashSet<DateOnly> Take(Guid practice)
    {
        lock (_gate)
        {
            var days = _untold[practice];
            if (days.Count == 0)
                _untold.Remove(practice);
            else
                _untold[practice] = [];
            return days;
        }
    }

    private async Task TellConsoles(Guid practice, HashSet<DateOnly> days)
    {
        try
        {
            var agents = await _store.Read((db, token) => AgentsOf.Run(db, new PracticeId(practice), token).AsTask(), CancellationToken.None);
            var consoles = _hub.Clients.Users([.. agents.Select(a => a.Value.ToString())]);
            foreach (var day in days)
                await consoles.AgendaChanged(practice, day);
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
