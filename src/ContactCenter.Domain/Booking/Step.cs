using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>
/// Time in calendars is counted in steps of five minutes since 1970-01-01T00:00Z, so that days of 23 and 25 hours need no thought.
/// Zones whose offset is no multiple of five minutes are not served.
/// </summary>
public static class Step
{
    public const int Minutes = 5;

    /// <summary>Steps in a day of 24 hours.</summary>
    public const int PerDay = 288;

    private const long Seconds = Minutes * 60;

    /// <summary>The step that begins at or before <paramref name="instant"/>.</summary>
    public static int At(Instant instant)
    {
        var seconds = instant.ToUnixTimeSeconds();
        return checked((int)((seconds / Seconds) - (seconds % Seconds < 0 ? 1 : 0)));
    }

    /// <summary>The first step that begins at or after <paramref name="instant"/>.</summary>
    public static int AtOrAfter(Instant instant) => At(instant) is var step && Start(step) == instant ? step : step + 1;

    public static bool IsOn(Instant instant) => Start(At(instant)) == instant;

    public static Instant Start(int step) => Instant.FromUnixTimeSeconds(step * Seconds);
}
