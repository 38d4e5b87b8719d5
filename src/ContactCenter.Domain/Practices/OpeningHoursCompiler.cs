using ContactCenter.Domain.Scripts;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Domain.Practices;

/// <summary>Reads the opening hours of a practice from its script.</summary>
public static class OpeningHoursCompiler
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Dictionary<string, IsoDayOfWeek> Days = Enum.GetValues<IsoDayOfWeek>()
        .Where(d => d != IsoDayOfWeek.None)
        .ToDictionary(d => d.ToString().ToLowerInvariant());

    public static Compiled<OpeningHours> Compile(ScriptMapping script)
    {
        var bag = new DiagnosticBag();
        return bag.Close(Compile(new Fields(script, bag)));
    }

    private static OpeningHours? Compile(Fields fields)
    {
        fields.Id("hours");
        fields.Int("version", 1, int.MaxValue);
        var zone = ReadZone(fields);
        var region = fields.Choice<HolidayRegion>("holidays");
        var week = ReadWeek(fields);
        var closures = fields.OptionalMaps("closures").Select(ReadClosure).OfType<OpeningClosure>().ToList();
        var exceptions = ReadExceptions(fields);
        var forced = zone is null ? null : ReadForcedClose(fields, zone);
        fields.Done();
        return zone is null || region is null ? null : new OpeningHours
        {
            Zone = zone, Region = region.Value, Week = week, Closures = closures, Exceptions = exceptions, ForcedClose = forced,
        };
    }

    private static DateTimeZone? ReadZone(Fields fields)
    {
        if (fields.Text("zone") is not { } id)
            return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
            fields.Report(HoursCodes.UnknownZone, "zone", id);
        return zone;
    }

    private static Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> ReadWeek(Fields fields)
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>>();
        if (fields.Map("week") is not { } days)
            return week;
        foreach (var (name, day) in Days)
        {
            if (days.Has(name))
                week[day] = ReadIntervals(days, name);
        }

        days.Done();
        if (week.Count == 0)
            fields.Report(HoursCodes.NeverOpen, "week");
        return week;
    }

    private static List<OpeningInterval> ReadIntervals(Fields fields, string key)
    {
        var intervals = new List<OpeningInterval>();
        foreach (var text in fields.OptionalTexts(key))
        {
            if (ReadInterval(text, fields.Bag) is not { } interval)
                continue;
            if (intervals.Count > 0 && (intervals[^1].End == LocalTime.Midnight || interval.Start <= intervals[^1].End))
                fields.Bag.Report(HoursCodes.Overlap, text.Span, text.Text);
            intervals.Add(interval);
        }

        return intervals;
    }

    private static OpeningInterval? ReadInterval(ScriptScalar text, DiagnosticBag bag)
    {
        var parts = text.Text.Split('-');
        if (parts.Length != 2 || TimePattern.Parse(parts[0]) is not { Success: true } start
            || TimePattern.Parse(parts[1] == "24:00" ? "00:00" : parts[1]) is not { Success: true } end)
        {
            bag.Report(HoursCodes.NotAnInterval, text.Span, text.Text);
            return null;
        }

        if (end.Value <= start.Value && parts[1] != "24:00")
            bag.Report(HoursCodes.EndsBeforeItBegins, text.Span, text.Text);
        return new OpeningInterval(start.Value, end.Value);
    }

    private static OpeningClosure? ReadClosure(Fields fields)
    {
        var first = fields.Date("first");
        var last = fields.OptionalDate("last") ?? first;
        fields.OptionalText("why");
        fields.Done();
        if (last < first)
            fields.Report(HoursCodes.ClosureBackwards, "last");
        return first is null || last is null ? null : new OpeningClosure(first.Value, last.Value);
    }

    private static Dictionary<LocalDate, IReadOnlyList<OpeningInterval>> ReadExceptions(Fields fields)
    {
        var exceptions = new Dictionary<LocalDate, IReadOnlyList<OpeningInterval>>();
        foreach (var exception in fields.OptionalMaps("exceptions"))
        {
            var date = exception.Date("date");
            var open = ReadIntervals(exception, "open");
            exception.OptionalText("why");
            exception.Done();
            if (date is not null && !exceptions.TryAdd(date.Value, open))
                exception.Report(HoursCodes.DateTwice, "date", LocalDatePattern.Iso.Format(date.Value));
        }

        return exceptions;
    }

    private static Interval? ReadForcedClose(Fields fields, DateTimeZone zone)
    {
        if (fields.OptionalMap("forced_close") is not { } forced)
            return null;
        var from = forced.Moment("from")?.InZoneLeniently(zone).ToInstant();
        var until = forced.OptionalMoment("until")?.InZoneLeniently(zone).ToInstant();
        forced.OptionalText("why");
        forced.Done();
        if (from is null)
            return null;
        if (until is null || until > from)
            return new Interval(from, until);
        forced.Report(HoursCodes.ForcedBackwards, "until");
        return null;
    }
}
