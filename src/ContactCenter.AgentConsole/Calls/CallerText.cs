using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Calls;

internal static class CallerText
{
    /// <summary>Day and hour as she would say them, by the calendar of <paramref name="at"/>'s own offset.</summary>
    public static string When(DateTimeOffset at, DateTimeOffset now)
    {
        var today = now.ToOffset(at.Offset).Date;
        var hour = at.ToString("t", CultureInfo.CurrentCulture);
        return (at.Date - today).Days switch
        {
            0 => Say.With(CallWords.Today, hour),
            -1 => Say.With(CallWords.Yesterday, hour),
            1 => Say.With(CallWords.Tomorrow, hour),
            _ => Say.With(CallWords.OnDay, at.ToString(at.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.CurrentCulture), hour),
        };
    }
}
