using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Domain.Booking;

/// <summary>Makes booking rules of their script, or says all that is wrong with them at once.</summary>
public static class BookingBookCompiler
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Compiled<BookingBook> Compile(ScriptMapping script, string hash)
    {
        var bag = new DiagnosticBag();
        var book = Read(new Fields(script, bag), hash);
        if (book is not null && !bag.HasErrors)
            BookingBookChecks.Run(book, bag);
        return bag.Close(book);
    }

    private static BookingBook? Read(Fields fields, string hash)
    {
        var name = fields.Id("booking");
        var version = fields.Int("version", 1, int.MaxValue);
        var zone = ReadZone(fields);
        var region = fields.Choice<HolidayRegion>("holidays");
        var grid = Steps(fields, "grid_minutes", 5, 60);
        var notice = fields.OptionalInt("notice_minutes", 0, 10_080) ?? 0;
        var horizon = fields.Int("horizon_days", 1, 730);
        var practitionerNames = Names(fields, "practitioners");
        var reasonNames = Names(fields, "reasons");
        var reasons = fields.NamedMaps("reasons").Select(r => ReadReason(r.Name, r.Span, r.Fields, practitionerNames)).OfType<VisitReason>().ToList();
        var practitioners = fields.NamedMaps("practitioners").Select(p => ReadPractitioner(p.Name, p.Fields, reasonNames)).OfType<Practitioner>().ToList();
        var closures = fields.OptionalMaps("closures").Select(ReadClosure).OfType<BookingClosure>().ToList();
        fields.Done();
        if (name is null || version is null || zone is null || region is null || grid is null || horizon is null || fields.Bag.HasErrors)
            return null;
        return new BookingBook
        {
            Version = new ScriptVersion(name, version.Value, hash), Zone = zone, Region = region.Value, GridMinutes = grid.Value,
            Notice = NodaTime.Duration.FromMinutes(notice), HorizonDays = horizon.Value, Closures = closures,
            Practitioners = practitioners.ToDictionary(p => p.Id), Reasons = reasons.ToDictionary(r => r.Id),
        };
    }

    private static DateTimeZone? ReadZone(Fields fields)
    {
        if (fields.Text("zone") is not { } id)
            return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
            fields.Report(BookingCodes.UnknownZone, "zone", id);
        return zone;
    }

    private static List<string> Names(Fields fields, string key) =>
        fields.Mapping.Find(key) is ScriptMapping named ? [.. named.Entries.Select(e => e.Key)] : [];

    private static VisitReason? ReadReason(string name, SourceSpan span, Fields fields, List<string> practitioners)
    {
        var label = fields.Text("label");
        var minutes = ReadMinutes(fields, "minutes", practitioners);
        var first = fields.Has("new_patient_minutes") ? ReadMinutes(fields, "new_patient_minutes", practitioners) : [];
        var preparation = fields.OptionalTexts("preparation").Select(t => t.Text).ToList();
        var synonyms = fields.OptionalTexts("synonyms").Select(t => t.Text).ToList();
        var by = fields.OptionalChoice<BookableBy>("by") ?? BookableBy.Agent;
        var pool = fields.OptionalId("pool") ?? "normal";
        fields.Done();
        if (minutes.Count == 0)
            fields.Bag.Report(BookingCodes.NobodyOffers, span, name);
        return label is null ? null : new VisitReason(new VisitReasonId(name), label, minutes, first, preparation, synonyms, by, pool, span);
    }

    private static Dictionary<PractitionerId, int> ReadMinutes(Fields fields, string key, List<string> practitioners)
    {
        var minutes = new Dictionary<PractitionerId, int>();
        if (fields.Map(key) is not { } map)
            return minutes;
        foreach (var entry in map.Mapping.Entries)
        {
            if (!practitioners.Contains(entry.Key))
                map.Bag.Report(BookingCodes.UnknownPractitioner, entry.KeySpan, entry.Key, string.Join(", ", practitioners));
            if (Steps(map, entry.Key, 5, 480) is { } length)
                minutes[new PractitionerId(entry.Key)] = length;
        }
        map.Done();
        return minutes;
    }

    private static int? Steps(Fields fields, string key, int least, int most)
    {
        var minutes = fields.Int(key, least, most);
        if (minutes % Step.Minutes is null or 0)
            return minutes;
        fields.Report(BookingCodes.OffStep, key, minutes!.Value, (minutes.Value / Step.Minutes + 1) * Step.Minutes);
        return null;
    }

    private static Practitioner? ReadPractitioner(string name, Fields fields, List<string> reasons)
    {
        var display = fields.Text("name");
        var specialty = fields.Text("specialty");
        var openings = fields.Maps("openings").Select(o => ReadOpening(o, reasons)).OfType<OpeningRule>().ToList();
        fields.Done();
        return display is null || specialty is null ? null : new Practitioner(new PractitionerId(name), display, specialty, openings);
    }

    private static OpeningRule? ReadOpening(Fields fields, List<string> reasons)
    {
        var days = fields.Choices<Weekday>("days").Select(d => (IsoDayOfWeek)((int)d + 1)).ToHashSet();
        var (from, to) = (fields.Time("from"), fields.Time("to"));
        var weeks = fields.OptionalChoice<WeekParity>("weeks") ?? WeekParity.Every;
        var (first, last) = (fields.OptionalDate("first"), fields.OptionalDate("last"));
        var served = fields.Ids("reasons").ToHashSet();
        fields.Done();
        foreach (var unknown in served.Where(r => !reasons.Contains(r)))
            fields.Report(BookingCodes.UnknownReason, "reasons", unknown, string.Join(", ", reasons));
        if (days.Count == 0)
            fields.Report(BookingCodes.NoDays, "days");
        if (first > last)
            fields.Report(BookingCodes.BackwardDates, "last");
        if (from is null || to is null)
            return null;
        if (from >= to)
            fields.Report(BookingCodes.EmptyOpening, "to", TimePattern.Format(from.Value), TimePattern.Format(to.Value));
        foreach (var (key, time) in new[] { ("from", from.Value), ("to", to.Value) })
        {
            if (time.Minute % Step.Minutes != 0)
                fields.Report(BookingCodes.OffStep, key, time.Minute, TimePattern.Format(time.PlusMinutes(Step.Minutes - (time.Minute % Step.Minutes))));
        }
        return new OpeningRule(days, from.Value, to.Value, served.Select(r => new VisitReasonId(r)).ToHashSet(), weeks, first, last, fields.Span);
    }

    private static BookingClosure? ReadClosure(Fields fields)
    {
        var (first, last, why) = (fields.Date("first"), fields.Date("last"), fields.Text("why"));
        fields.Done();
        if (first > last)
            fields.Report(BookingCodes.BackwardDates, "last");
        return first is null || last is null || why is null ? null : new BookingClosure(first.Value, last.Value, why, fields.Span);
    }

    private enum Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday }
}
