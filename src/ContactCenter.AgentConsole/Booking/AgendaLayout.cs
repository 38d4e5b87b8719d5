using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Where everything stands on an agenda sheet, in minutes of the practice's wall clock since midnight.</summary>
public sealed record AgendaLayout(int From, int To, IReadOnlyList<AgendaColumn> Columns)
{
    private const int EarliestUsual = 8 * 60;
    private const int LatestUsual = 19 * 60;

    /// <summary>One column per day and practitioner, days first; overlapping entries share the width.</summary>
    public static AgendaLayout Of(AgendaView agenda, Func<string, bool> isHidden)
    {
        var practitioners = agenda.Practitioners.Where(p => !isHidden(p.PractitionerId)).ToList();
        var columns = (
            from offset in Enumerable.Range(0, agenda.Days)
            let day = agenda.From.AddDays(offset)
            where agenda.Days == 1 || IsWorked(agenda, day)
            from practitioner in practitioners
            select AgendaColumn.Of(agenda, practitioner, day)).ToList();
        var edges = columns.SelectMany(c => c.Open.SelectMany(o => new[] { o.From, o.To }).Concat(c.Blocks.Where(b => b.Shapes).SelectMany(b => new[] { b.From, b.To }))).ToList();
        var (from, to) = edges.Count == 0 ? (EarliestUsual, LatestUsual) : (edges.Min(), edges.Max());
        return new AgendaLayout(from / 60 * 60, (to + 59) / 60 * 60, columns);
    }

    private static bool IsWorked(AgendaView agenda, DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        || agenda.Openings.Any(o => On(o.Start) == day)
        || agenda.Entries.Any(e => e.Kind == AgendaEntryKind.Appointment && On(e.Start) == day);

    public static DateOnly On(DateTimeOffset instant) => DateOnly.FromDateTime(instant.DateTime);
}

public sealed record AgendaColumn(PractitionerView Practitioner, DateOnly Day, IReadOnlyList<OpenStretch> Open, IReadOnlyList<AgendaBlock> Blocks)
{
    private const int DayMinutes = 24 * 60;

    public static AgendaColumn Of(AgendaView agenda, PractitionerView practitioner, DateOnly day)
    {
        var open = agenda.Openings.Where(o => o.PractitionerId == practitioner.PractitionerId && Touches(o.Start, o.End, day))
            .Select(o => new OpenStretch(Minute(o.Start, day), Minute(o.End, day)));
        var entries = agenda.Entries.Where(e => e.PractitionerId == practitioner.PractitionerId && Touches(e.Start, e.End, day)
            && e.Appointment?.State is not (AppointmentState.Cancelled));
        return new AgendaColumn(practitioner, day, [.. open], Lanes(entries, day));
    }

    private static bool Touches(DateTimeOffset start, DateTimeOffset end, DateOnly day) =>
        Minute(start, day) < DayMinutes && Minute(end, day) > 0;

    /// <summary>Wall-clock minutes since that day's midnight, kept within the day.</summary>
    private static int Minute(DateTimeOffset instant, DateOnly day) =>
        (int)Math.Clamp((instant.DateTime - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes, 0, DayMinutes);

    private static List<AgendaBlock> Lanes(IEnumerable<AgendaEntry> entries, DateOnly day)
    {
        var blocks = new List<AgendaBlock>();
        var cluster = new List<AgendaBlock>();
        foreach (var entry in entries.OrderBy(e => e.Start).ThenByDescending(e => e.End))
        {
            var block = new AgendaBlock(entry, Minute(entry.Start, day), Minute(entry.End, day), 0, 1);
            if (cluster.Count > 0 && block.From >= cluster.Max(b => b.To))
                Flush();
            var lane = Enumerable.Range(0, cluster.Count + 1).First(l => cluster.TrueForAll(b => b.Lane != l || b.To <= block.From));
            cluster.Add(block with { Lane = lane });
        }
        Flush();
        return blocks;

        void Flush()
        {
            var lanes = cluster.Count == 0 ? 1 : cluster.Max(b => b.Lane) + 1;
            blocks.AddRange(cluster.Select(b => b with { Lanes = lanes }));
            cluster.Clear();
        }
    }
}

/// <param name="From">Minute of the day, inclusive.</param>
/// <param name="To">Minute of the day, exclusive.</param>
public sealed record OpenStretch(int From, int To);

public sealed record AgendaBlock(AgendaEntry Entry, int From, int To, int Lane, int Lanes)
{
    /// <summary>Whether the sheet must be tall enough for it: an absence of a whole day need not be.</summary>
    public bool Shapes => Entry.Kind is AgendaEntryKind.Appointment or AgendaEntryKind.Hold;
}
