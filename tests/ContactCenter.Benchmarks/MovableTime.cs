namespace ContactCenter.Benchmarks;

/// <summary>The real clock, moved: it passes as time does, and can be set ahead by days.</summary>
internal sealed class MovableTime(DateTimeOffset now) : TimeProvider
{
    private long _by = (now - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _by));

    public void SetTo(DateTimeOffset later) => Interlocked.Exchange(ref _by, (later - System.GetUtcNow()).Ticks);
}
