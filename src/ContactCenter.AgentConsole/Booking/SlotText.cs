using System.Globalization;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Days and times as they are said aloud, in the language of the screen and the practice's own time.</summary>
internal static class SlotText
{
    /// <summary>jeu. 26 nov. 09:20</summary>
    public static string Short(DateTimeOffset at) => $"{at.ToString("ddd d MMM", CultureInfo.CurrentCulture)} {Time(at)}";

    /// <summary>jeudi 26 novembre</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.CurrentCulture);

    /// <summary>26/11/2026</summary>
    public static string Date(DateTimeOffset at) => at.ToString("d", CultureInfo.CurrentCulture);

    public static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Time(int minuteOfDay) => string.Create(CultureInfo.InvariantCulture, $"{minuteOfDay / 60:00}:{minuteOfDay % 60:00}");
}
