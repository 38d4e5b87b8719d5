using System.Globalization;

namespace ContactCenter.AgentConsole.Screen;

internal static class Spans
{
    /// <summary>4:07, or 1:04:07 from an hour on; parts of a second are cut.</summary>
    public static string Clock(TimeSpan span) => span.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}:{span.Seconds:00}");
}
