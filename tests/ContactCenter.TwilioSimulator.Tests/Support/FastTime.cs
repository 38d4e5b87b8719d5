namespace ContactCenter.TwilioSimulator.Tests.Support;

/// <summary>
/// A clock that runs faster than the real one, timers included: five seconds of silence pass in a moment. A timer may be early by a few real
/// milliseconds.
/// </summary>
internal sealed class FastTime(int factor = 25) : TimeProvider
{
    private readonly DateTimeOffset _start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_began) * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private TimeSpan Faster(TimeSpan time) => time <= TimeSpan.Zero ? time : time / factor + TimeSpan.FromMilliseconds(2);
}
