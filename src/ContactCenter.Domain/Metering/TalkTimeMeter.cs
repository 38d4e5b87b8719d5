using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;

namespace ContactCenter.Domain.Metering;

/// <summary>Reads the seconds off a finished call. Nothing is counted live.</summary>
public static class TalkTimeMeter
{
    /// <summary>The usage of a call, or null while the caller's end is unknown: what has no end has no length.</summary>
    public static UsageRecord? Measure(Call call, PracticeId practice)
    {
        var timeline = call.Timeline();
        if (!timeline.IsComplete || call.Events.OfType<CallArrived>().FirstOrDefault() is not { } arrived)
            return null;
        var start = timeline.Segments.IsEmpty ? NodaTime.Instant.FromUnixTimeSeconds(arrived.At.ToUnixTimeSeconds()) : timeline.Segments[0].Start;
        var end = timeline.Segments.IsEmpty ? start : timeline.Segments[^1].End;
        return new UsageRecord(call.Id, practice, start, end, call.Story.Outcome, call.Story.Agent, timeline.Segments, timeline.WrapUp);
    }

    /// <summary>
    /// Seconds as they are charged: at least <paramref name="minimum"/>, then up to the next whole <paramref name="increment"/>. The only place that
    /// rounds seconds. Zero stays zero: what did not happen costs nothing.
    /// </summary>
    /// <param name="increment">1, 6, 30 or 60; any positive number works.</param>
    public static long Charged(long seconds, int increment = 1, int minimum = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(increment, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        if (seconds == 0)
            return 0;
        var counted = Math.Max(seconds, minimum);
        return (counted + increment - 1) / increment * increment;
    }
}
