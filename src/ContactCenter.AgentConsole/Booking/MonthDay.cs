using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>How full one day is, of those practitioners who are shown.</summary>
/// <param name="IsPast">Nothing can be booked on it any more.</param>
/// <param name="Closed">Nobody consults; see <see cref="ClosedDay"/>.</param>
internal sealed record MonthDay(DateOnly Day, int OpenMinutes, int FreeMinutes, int Appointments, int Pending, bool IsPast, ClosedDay? Closed)
{
    private const int Nearly = 85;

    public static IEnumerable<MonthDay> Of(AgendaDays month, Func<string, bool> isHidden, DateOnly today)
    {
        var loads = month.Loads.Where(l => !isHidden(l.PractitionerId)).ToLookup(l => l.Day);
        return Enumerable.Range(0, month.Days).Select(month.From.AddDays).Select(day => new MonthDay(
            day, loads[day].Sum(l => l.OpenMinutes), loads[day].Sum(l => l.FreeMinutes), loads[day].Sum(l => l.Appointments), loads[day].Sum(l => l.Pending), day < today,
            month.Closed.FirstOrDefault(c => c.Day == day)));
    }

    /// <summary>Of the time in which appointments are taken.</summary>
    public int TakenPercent => OpenMinutes == 0 ? 0 : 100 * (OpenMinutes - FreeMinutes) / OpenMinutes;

    /// <summary>The class of its colour; the words beside it say the same.</summary>
    public string Look => OpenMinutes == 0 ? "day-closed" : IsPast ? "day-past" : TakenPercent switch
    {
        100 => "day-full",
        >= Nearly => "day-tight",
        _ => "day-open",
    };
}
