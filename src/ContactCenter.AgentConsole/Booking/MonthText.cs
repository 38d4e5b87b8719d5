using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Booking;

internal static class MonthText
{
    /// <summary>What is said of a day, each with the class of its look: 12 RDV, 4 h 30 libres, 1 à valider.</summary>
    public static IEnumerable<(string Look, string Words)> Of(MonthDay day)
    {
        if (day.Appointments > 0)
            yield return ("month-count", Say.Count(day.Appointments, "", AgendaWords.OneAppointment, AgendaWords.Appointments));
        if (Free(day) is { } free)
            yield return ("month-free", free);
        else if (day.OpenMinutes == 0)
            yield return ("sr-only", AgendaWords.NotOpen);
        if (day.Pending > 0)
            yield return ("month-pending", Say.With(AgendaWords.PendingCount, day.Pending));
    }

    /// <summary>What is left, or why nothing is; null on a day that is over or that nobody works anyway.</summary>
    private static string? Free(MonthDay day) => day switch
    {
        { Closed: { } closed, OpenMinutes: 0 } => closed.Why ?? AgendaWords.Holiday,
        { OpenMinutes: 0 } or { IsPast: true } => null,
        { FreeMinutes: 0 } => AgendaWords.Full,
        _ => Say.With(AgendaWords.Free, Length(day.FreeMinutes)),
    };

    private static string Length(int minutes) => minutes switch
    {
        < 60 => Say.With(BookingWords.Minutes, minutes),
        _ when minutes % 60 == 0 => Say.With(AgendaWords.Hours, minutes / 60),
        _ => Say.With(AgendaWords.HoursAndMinutes, minutes / 60, minutes % 60),
    };
}
