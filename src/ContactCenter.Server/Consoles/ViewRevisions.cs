using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>
/// Numbers that grow across views, restarts and servers: microseconds of the clock, and at least one more than the last. Two servers with clocks a
/// few milliseconds apart may number out of order; the next heartbeat sets it right.
/// </summary>
internal sealed class ViewRevisions(IClock clock)
{
    private long _last;

    public long Next()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, clock.GetCurrentInstant().ToUnixTimeMilliseconds() * 1_000);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return next;
        }
    }
}
