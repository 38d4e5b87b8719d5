namespace ContactCenter.TwilioSimulator;

/// <summary>The real clock, moved by a fixed distance: a Monday morning whenever one is needed, that passes as time does.</summary>
public sealed class ShiftedTime(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan _by = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _by;
}
