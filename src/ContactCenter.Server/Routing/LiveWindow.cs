using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>
/// How long this process has been looking without a pause. Silence counts only while somebody listened: a server that stood still, restarted, or waited
/// for its database has heard nothing of anybody.
/// </summary>
internal sealed class LiveWindow(IClock clock)
{
    private static readonly Duration LongestStep = Duration.FromSeconds(3);
    private readonly Lock _gate = new();
    private Instant _since;
    private Instant _last;

    public Duration Length
    {
        get
        {
            lock (_gate)
                return _last - _since;
        }
    }

    /// <summary>Still here. A step too long after the last one begins the window anew.</summary>
    public void Tick()
    {
        var now = clock.GetCurrentInstant();
        lock (_gate)
            (_since, _last) = (now - _last > LongestStep ? now : _since, now);
    }

    /// <summary>What was heard could not be kept.</summary>
    public void Break()
    {
        lock (_gate)
            _since = _last = clock.GetCurrentInstant();
    }
}
