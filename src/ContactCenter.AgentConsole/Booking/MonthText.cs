using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Booking;

internal static class MonthText
{
    public static string Count(MonthDay day) => Say.Count(day.Appointments, "", AgendaWords.OneAppointment, AgendaWords.Appointments);

    public static string Pending(MonthDay day) => Say.With(AgendaWords.PendingCount, day.Pending);

    /// <summary>4 h 30 libres, or why nothing is; null on a day that is over or that nobody works anyway.</summary>
    public static string? Free(MonthDay day) => day switch
    {
        { Closed: { } closed, OpenMinutes: 0 } => closed.Why ?? AgendaWords.Holiday,
        { OpenMinutes: 0 } or { IsPast: true } => null,
        { FreeMinutes: 0 } => AgendaWords.Full,
        _ => Say.With(AgendaWords.Free, Length(day.FreeMinutes)),
    };

    /// <summary>lundi 23 novembre : 12 RDV, 4 h 30 libres</summary>
    public static string Describe(MonthDay day)
    {
        string[] parts = [.. new[] { day.Appointments > 0 ? Count(day) : null, Free(day) ?? (day.OpenMinutes == 0 ? AgendaWords.NotOpen : null), day.Pending > 0 ? Pending(day) : null }.OfType<string>()];
        return parts.Length == 0 ? SlotText.Day(day.Day) : Say.With(AgendaWords.DayIs, SlotText.Day(day.Day), string.Join(", ", parts));
    }

    private static string Length(int minutes) => minutes switch
    {
        < 60 => Say.With(BookingWords.Minutes, minutes),
        _ when minutes % 60 == 0 => Say.With(AgendaWords.Hours, minutes / 60),
        _ => Say.With(AgendaWords.HoursAndMinutes, minutes / 60, minutes % 60),
    };
}
