using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Where everything stands on an agenda sheet, in minutes of the practice's wall clock since midnight.</summary>
public sealed record AgendaLayout(int From, int To, IReadOnlyList<AgendaColumn> Columns)
{
    private const int EarliestUsual = 8 * 60;
    private const int LatestUsual = 19 * 60;

    /// <summary>One column per day and side, days first; overlapping entries share the width.</summary>
    public static AgendaLayout Of(AgendaView agenda, Func<string, bool> isHidden, AgendaSides sides = AgendaSides.Practitioners)
    {
        var practitioners = agenda.Practitioners.Select(p => p.PractitionerId).ToHashSet();
        var across = AgendaSide.All(agenda, sides, isHidden);
        var columns = (
            from offset in Enumerable.Range(0, agenda.Days)
            let day = agenda.From.AddDays(offset)
            where agenda.Days == 1 || IsWorked(agenda, practitioners, day)
            from side in across
            select AgendaColumn.Of(agenda, side, day)).ToList();
        var days = columns.Select(c => c.Day).Distinct().ToList();
        var edges = agenda.Openings.Where(o => practitioners.Contains(o.PractitionerId) && !isHidden(o.PractitionerId))
            .SelectMany(o => days.Where(d => AgendaColumn.Touches(o.Start, o.End, d)).SelectMany(d => new[] { AgendaColumn.Minute(o.Start, d), AgendaColumn.Minute(o.End, d) }))
            .Concat(columns.SelectMany(c => c.Blocks.Where(b => b.Shapes).SelectMany(b => new[] { b.From, b.To }))).ToList();
        var (from, to) = edges.Count == 0 ? (EarliestUsual, LatestUsual) : (edges.Min() / 60 * 60, (edges.Max() + 59) / 60 * 60);
        return new AgendaLayout(from, to, [.. columns.Select(c => c.Within(from, to))]);
    }

    private static bool IsWorked(AgendaView agenda, HashSet<string> practitioners, DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        || agenda.Openings.Any(o => On(o.Start) == day && practitioners.Contains(o.PractitionerId))
        || agenda.Entries.Any(e => e.Kind == AgendaEntryKind.Appointment && On(e.Start) == day);

    public static DateOnly On(DateTimeOffset instant) => DateOnly.FromDateTime(instant.DateTime);
}

public sealed record AgendaColumn(AgendaSide Side, DateOnly Day, IReadOnlyList<OpenStretch> Open, IReadOnlyList<AgendaBlock> Blocks)
{
    private const int DayMinutes = 24 * 60;

    public static AgendaColumn Of(AgendaView agenda, AgendaSide side, DateOnly day)
    {
        var open = agenda.Openings.Where(o => side.Opens(o) && Touches(o.Start, o.End, day)).Select(o => new OpenStretch(Minute(o.Start, day), Minute(o.End, day), o.Mode, o.KeptFor));
        var entries = agenda.Entries.Where(e => side.Takes(agenda, e) && Touches(e.Start, e.End, day)
            && e.Appointment?.State is not (AppointmentState.Cancelled));
        return new AgendaColumn(side, day, [.. open], Lanes(entries, day));
    }

    /// <summary>What is open the whole day is shown as far as the sheet goes.</summary>
    public AgendaColumn Within(int from, int to) =>
        this with { Open = [.. Open.Select(o => o with { From = Math.Max(o.From, from), To = Math.Min(o.To, to) }).Where(o => o.From < o.To)] };

    /// <summary>A time of its wall clock as a moment, with the offset that the practice has on that day.</summary>
    public DateTimeOffset At(AgendaView agenda, int minute)
    {
        var offset = agenda.Openings.Select(o => o.Start).Concat(agenda.Entries.Select(e => e.Start)).Where(s => AgendaLayout.On(s) == Day)
            .Select(s => (TimeSpan?)s.Offset).FirstOrDefault() ?? agenda.AsOf.Offset;
        return new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), offset);
    }

    public static bool Touches(DateTimeOffset start, DateTimeOffset end, DateOnly day) => Minute(start, day) < DayMinutes && Minute(end, day) > 0;

    /// <summary>Wall-clock minutes since that day's midnight, kept within the day.</summary>
    public static int Minute(DateTimeOffset instant, DateOnly day) =>
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
/// <param name="Mode">As in <see cref="OpeningView"/>.</param>
/// <param name="KeptFor">The pool for which its slots are kept, or null.</param>
public sealed record OpenStretch(int From, int To, string Mode, string? KeptFor)
{
    /// <summary>The classes of its background.</summary>
    public string Look => string.Concat("opening", Mode == "Office" ? "" : $" opening-{Mode.ToLowerInvariant()}", KeptFor is null ? "" : " opening-kept");
}

public sealed record AgendaBlock(AgendaEntry Entry, int From, int To, int Lane, int Lanes)
{
    /// <summary>Whether the sheet must be tall enough for it: an absence of a whole day need not be.</summary>
    public bool Shapes => Entry.Kind is AgendaEntryKind.Appointment or AgendaEntryKind.Hold;
}
