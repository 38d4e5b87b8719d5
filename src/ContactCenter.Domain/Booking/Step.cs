using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Time in calendars is counted in steps of five minutes since 1970-01-01T00:00Z. Zones whose offset is no multiple of five minutes are not served.</summary>
public static class Step
{
    public const int Minutes = 5;

    private const int Seconds = Minutes * 60;

    /// <summary>The step that begins at or before <paramref name="instant"/>.</summary>
    public static int At(Instant instant) => checked((int)Math.Floor(instant.ToUnixTimeSeconds() / (double)Seconds));

    /// <summary>The first step that begins at or after <paramref name="instant"/>.</summary>
    public static int AtOrAfter(Instant instant) => Instant(At(instant)) == instant ? At(instant) : At(instant) + 1;

    public static bool IsOn(Instant instant) => instant == Instant(At(instant));

    public static Instant Instant(int step) => NodaTime.Instant.FromUnixTimeSeconds((long)step * Seconds);
}
