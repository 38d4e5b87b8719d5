using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Hosting.Nodes;

namespace ContactCenter.Server.Calls;

/// <summary>A call changed and the change is committed. A hint: whoever hears it reads the rows.</summary>
/// <param name="Agents">Whose view of it may have changed.</param>
internal sealed record CallChanged(CallId CallId, PracticeId PracticeId, CallState State, IReadOnlyList<AgentId> Agents, bool HasEffects);

/// <summary>Tells listeners of committed changes. Nothing depends on a signal arriving: each listener also looks by itself.</summary>
internal sealed class CallSignals
{
    private readonly Lock _gate = new();
    private readonly List<(Channel<CallChanged> Channel, bool Everywhere)> _listeners = [];
    private readonly IOtherNodes _others;

    public CallSignals(IOtherNodes others)
    {
        _others = others;
        others.Listen<CallChanged>(change => Tell(change, fromHere: false));
    }

    /// <summary>
    /// Listens until <paramref name="cancellationToken"/> to what this process committed: work that one server does for all. A slow listener
    /// loses the oldest hints.
    /// </summary>
    public IAsyncEnumerable<CallChanged> Listen(CancellationToken cancellationToken) => Listen(everywhere: false, cancellationToken);

    /// <summary>The same, with what the other servers committed: for what only the server with the console can do.</summary>
    public IAsyncEnumerable<CallChanged> ListenEverywhere(CancellationToken cancellationToken) => Listen(everywhere: true, cancellationToken);

    public void Raise(CallChanged change)
    {
        Tell(change, fromHere: true);
        if (change.Agents.Count > 0)
            _others.Tell(change);
    }

    private async IAsyncEnumerable<CallChanged> Listen(bool everywhere, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bounds = new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest };
        var listener = (Channel: Channel.CreateBounded<CallChanged>(bounds), everywhere);
        lock (_gate)
            _listeners.Add(listener);
        try
        {
            await foreach (var change in listener.Channel.Reader.ReadAllAsync(cancellationToken))
                yield return change;
        }
        finally
        {
            lock (_gate)
                _listeners.Remove(listener);
        }
    }

    private void Tell(CallChanged change, bool fromHere)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners.Where(l => fromHere || l.Everywhere))
                listener.Channel.Writer.TryWrite(change);
        }
    }
}
