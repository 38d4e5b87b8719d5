using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>An appointment on the sheet. In the view of rooms one appointment may stand in two columns.</summary>
internal sealed record AgendaSpot(int Column, AppointmentView Appointment)
{
    /// <summary>Of its element.</summary>
    public string Id => $"agenda-{Column}-{Appointment.AppointmentId:N}";
}

/// <summary>Where the arrow keys lead on an agenda sheet.</summary>
internal static class AgendaWalk
{
    /// <summary>Where one enters: the first that is not over, or else the first of all.</summary>
    public static AgendaSpot? Enter(AgendaLayout sheet, DateTimeOffset now) =>
        All(sheet).OrderBy(s => s.Appointment.Start).ThenBy(s => s.Column).FirstOrDefault(s => s.Appointment.End > now)
        ?? All(sheet).FirstOrDefault();

    /// <summary>The next spot, or null where the key leads nowhere.</summary>
    public static AgendaSpot? Step(AgendaLayout sheet, AgendaSpot at, string key) => key switch
    {
        "ArrowDown" => Beside(sheet, at, 1),
        "ArrowUp" => Beside(sheet, at, -1),
        "ArrowRight" => Nearest(Enumerable.Range(at.Column + 1, Math.Max(0, sheet.Columns.Count - at.Column - 1)), sheet, at),
        "ArrowLeft" => Nearest(Enumerable.Range(0, at.Column).Reverse(), sheet, at),
        "Home" => In(sheet, at.Column).FirstOrDefault(),
        "End" => In(sheet, at.Column).LastOrDefault(),
        _ => null,
    };

    private static AgendaSpot? Beside(AgendaLayout sheet, AgendaSpot at, int by)
    {
        var column = In(sheet, at.Column).ToList();
        var here = column.FindIndex(s => s.Appointment.AppointmentId == at.Appointment.AppointmentId);
        return here < 0 ? null : column.ElementAtOrDefault(here + by);
    }

    /// <summary>Of the first of these columns that has any, the one whose time of day is nearest.</summary>
    private static AgendaSpot? Nearest(IEnumerable<int> columns, AgendaLayout sheet, AgendaSpot at) =>
        columns.Select(c => In(sheet, c).MinBy(s => (s.Appointment.Start.TimeOfDay - at.Appointment.Start.TimeOfDay).Duration())).FirstOrDefault(s => s is not null);

    private static IEnumerable<AgendaSpot> All(AgendaLayout sheet) => Enumerable.Range(0, sheet.Columns.Count).SelectMany(c => In(sheet, c));

    private static IEnumerable<AgendaSpot> In(AgendaLayout sheet, int column) =>
        column >= sheet.Columns.Count ? [] : sheet.Columns[column].Blocks.Select(b => b.Entry.Appointment).OfType<AppointmentView>().Select(a => new AgendaSpot(column, a));
}
