using System.Collections.Concurrent;
using ContactCenter.Domain.Calls;

namespace ContactCenter.Server.Calls;

/// <summary>
/// The opened facts of calls this node lately wrote, each under the version of its row: a call that another node moved on, or whose transaction was
/// undone, does not match and is read from the database. It saves reading and unsealing, and is never the truth.
/// </summary>
internal sealed class CallMemory
{
    private const int MostCalls = 5_000;
    private readonly ConcurrentDictionary<CallId, (int Version, CallEvent[] Events)> _calls = new();

    public CallEvent[]? Find(CallRecord record) =>
        _calls.TryGetValue(record.Id, out var kept) && kept.Version == record.Version ? kept.Events : null;

    /// <summary>To be called after the commit of what wrote this version.</summary>
    public void Keep(CallId call, int version, IReadOnlyCollection<CallEvent> events, bool isOver)
    {
        // Late notices of a call that is over are few: its place is better used by another.
        if (isOver)
            _calls.TryRemove(call, out _);
        else
            _calls[call] = (version, [.. events]);
        if (_calls.Count > MostCalls)
            _calls.Clear();
    }
}
