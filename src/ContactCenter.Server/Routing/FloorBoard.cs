using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>
/// Who is there and who waits, read once for all consoles of this node: with 500 consoles, each of which shows its team, it would otherwise be read
/// 500 times. Whoever decides something reads the rows.
/// </summary>
internal sealed class FloorBoard(Store store, TimeProvider time)
{
    /// <summary>The states in which a call is an agent's.</summary>
    public static readonly CallState[] InHand =
        [CallState.Connecting, CallState.Talking, CallState.OnHold, CallState.Consulting, CallState.AgentLost, CallState.HandedOver, CallState.WrapUp];

    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Old = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private FloorReading? _latest;
    private long _latestAt;
    private Task<FloorReading>? _coming;

    /// <summary>
    /// At most two seconds old. A reading older than half a second is still handed out while the next one comes: nobody whose telephone rings waits
    /// for the list of her colleagues.
    /// </summary>
    public async ValueTask<FloorReading> Read()
    {
        Task<FloorReading> coming;
        lock (_gate)
        {
            var age = _latest is null ? TimeSpan.MaxValue : time.GetElapsedTime(_latestAt);
            if (age <= Fresh)
                return _latest!;
            coming = _coming ??= Renew();
            if (age <= Old)
                return _latest!;
        }
        return await coming;
    }

    private async Task<FloorReading> Renew()
    {
        await Task.Yield();
        try
        {
            var at = time.GetTimestamp();
            var (agents, waiting) = await store.Read(Read, CancellationToken.None);
            lock (_gate)
            {
                _latest = FloorReading.After(_latest, agents, waiting);
                _latestAt = at;
                return _latest;
            }
        }
        finally
        {
            lock (_gate)
                _coming = null;
        }
    }

    private static async Task<(List<FloorAgent> Agents, List<FloorCall> Waiting)> Read(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var presences = await db.Set<AgentPresence>().ToDictionaryAsync(p => p.AgentId, cancellationToken);
        var profiles = await db.Set<AgentProfile>().Where(a => a.IsActive).ToListAsync(cancellationToken);
        var ids = profiles.Select(a => a.Id.Value).ToList();
        var names = await db.Set<UserAccount>().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName })
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var ties = (await db.Set<AgentPractice>().ToListAsync(cancellationToken)).ToLookup(t => t.AgentId);
        var inHand = await CallsInHand(db, cancellationToken);
        var agents = profiles.Select(a => new FloorAgent(
            a, names.GetValueOrDefault(a.Id.Value, a.Initials), presences.GetValueOrDefault(a.Id), ties[a.Id].ToDictionary(t => t.PracticeId),
            inHand.TryGetValue(a.Id, out var practice) ? practice : null)).ToList();
        var waiting = await db.Set<CallRecord>().Where(c => c.State == CallState.Queued || c.State == CallState.Offered)
            .Select(c => new FloorCall(c.Id, c.PracticeId, c.QueuedAt ?? c.StateSince, c.Urgency, c.State)).ToListAsync(cancellationToken);
        return (agents, waiting);
    }

    private static async Task<Dictionary<AgentId, (PracticeId Id, string Name)>> CallsInHand(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var calls = await db.Set<CallRecord>().Where(c => c.AgentId != null && InHand.Contains(c.State) && !(c.State == CallState.HandedOver && c.WrapUpFinished))
            .Join(db.Set<Practice>(), c => c.PracticeId, p => p.Id, (c, p) => new { c.AgentId, c.PracticeId, p.Name, c.StateSince }).ToListAsync(cancellationToken);
        return calls.GroupBy(c => c.AgentId!.Value).ToDictionary(g => g.Key, g => g.MaxBy(c => c.StateSince) is { } last ? (last.PracticeId, last.Name) : default);
    }
}
