using System.Threading.Channels;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;

namespace ContactCenter.Server.Calls;

/// <summary>A call changed and the change is committed. A hint: whoever hears it reads the rows.</summary>
/// <param name="Agents">Whose view of it may have changed.</param>
internal sealed record CallChanged(CallId CallId, PracticeId PracticeId, CallState State, IReadOnlyList<AgentId> Agents, bool HasEffects);

/// <summary>Tells this process's listeners of committed changes. Nothing depends on a signal arriving: each listener also looks by itself.</summary>
internal sealed class CallSignals
{
    private readonly Lock _gate = new();
    private readonly List<Channel<CallChanged>> _listeners = [];

    /// <summary>Listens until <paramref name="cancellationToken"/>; a slow listener loses the oldest hints.</summary>
    public async IAsyncEnumerable<CallChanged> Listen([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<CallChanged>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
            _listeners.Add(channel);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
                yield return change;
        }
        finally
        {
            lock (_gate)
                _listeners.Remove(channel);
        }
    }

    public void Raise(CallChanged change)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
                listener.Writer.TryWrite(change);
        }
    }
}
