using NodaTime;

namespace ContactCenter.Server.Hosting;

/// <summary>The registered <see cref="TimeProvider"/> as NodaTime's clock, cut to the millisecond so that a stored instant equals the one in hand.</summary>
internal sealed class MillisecondClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
