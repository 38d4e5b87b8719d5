using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>
/// Numbers that grow across views, restarts and servers: microseconds of the clock, and at least one more than the last. Two servers with clocks
/// somewhat apart may number out of order; the next heartbeat sets it right.
/// </summary>
internal sealed class ViewRevisions(IClock clock)
{
    private static readonly Duration MostApart = Duration.FromMinutes(5);
    private long _last;

    /// <summary>A console shows this number already, from a server whose clock is ahead: what follows must be greater. Numbers from nowhere are ignored.</summary>
    public void FollowUpon(long shown)
    {
        if (shown > (clock.GetCurrentInstant() + MostApart).ToUnixTimeMilliseconds() * 1_000)
            return;
        for (var last = Interlocked.Read(ref _last); last < shown; last = Interlocked.Read(ref _last))
            Interlocked.CompareExchange(ref _last, shown, last);
    }

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
