using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>An agent as colleagues and routing know her. Everything here changes seldom but her presence.</summary>
internal sealed record FloorAgent(AgentProfile Profile, string Name, AgentPresence? Presence, IReadOnlyDictionary<PracticeId, AgentPractice> Practices);

/// <summary>Who waits: only calls in the queue or on offer.</summary>
internal sealed record FloorCall(CallId Id, PracticeId Practice, Instant Since, Urgency Urgency, CallState State);

/// <summary>One reading of the floor.</summary>
internal sealed record FloorReading(IReadOnlyDictionary<AgentId, FloorAgent> Agents, ILookup<PracticeId, FloorAgent> Teams, IReadOnlyList<FloorCall> Waiting);

/// <summary>
/// Who is there and who waits, read once for all consoles of this node and kept for half a second: with 500 consoles, each of which shows its team, it
/// would otherwise be read 500 times. Whoever decides something reads the rows.
/// </summary>
internal sealed class FloorBoard(Store store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);
    private readonly Lock _gate = new();
    private Task<FloorReading>? _reading;
    private long _readAt;

    /// <summary>At most half a second old.</summary>
    public Task<FloorReading> Read()
    {
        lock (_gate)
        {
            if (_reading is null || _reading.IsFaulted || (_reading.IsCompleted && time.GetElapsedTime(_readAt) > Fresh))
                (_reading, _readAt) = (store.Read(Read, CancellationToken.None), time.GetTimestamp());
            return _reading;
        }
    }

    private static async Task<FloorReading> Read(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var presences = await db.Set<AgentPresence>().ToDictionaryAsync(p => p.AgentId, cancellationToken);
        var profiles = await db.Set<AgentProfile>().Where(a => a.IsActive).ToListAsync(cancellationToken);
        var ids = profiles.Select(a => a.Id.Value).ToList();
        var names = await db.Set<UserAccount>().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName })
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var ties = (await db.Set<AgentPractice>().ToListAsync(cancellationToken)).ToLookup(t => t.AgentId);
        var agents = profiles.ToDictionary(a => a.Id, a => new FloorAgent(
            a, names.GetValueOrDefault(a.Id.Value, a.Initials), presences.GetValueOrDefault(a.Id), ties[a.Id].ToDictionary(t => t.PracticeId)));
        var waiting = await db.Set<CallRecord>().Where(c => c.State == CallState.Queued || c.State == CallState.Offered)
            .Select(c => new FloorCall(c.Id, c.PracticeId, c.QueuedAt ?? c.StateSince, c.Urgency, c.State)).ToListAsync(cancellationToken);
        var teams = agents.Values.SelectMany(a => a.Practices.Keys.Select(p => (Practice: p, Agent: a))).ToLookup(t => t.Practice, t => t.Agent);
        return new FloorReading(agents, teams, waiting);
    }
}
