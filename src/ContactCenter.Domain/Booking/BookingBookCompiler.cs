using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Makes booking rules of their script, or says all that is wrong with them at once.</summary>
public static class BookingBookCompiler
{
    /// <param name="hash">See <see cref="ScriptVersion.Hash"/>.</param>
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
        var source = new RuleSource(fields.Span, fields.Text("author") ?? "", fields.Date("since") ?? LocalDate.MinIsoValue);
        var names = new BookingNames(fields, source);
        var zone = ReadZone(fields);
        var region = fields.Choice<HolidayRegion>("holidays");
        var grid = BookingNames.Steps(fields, "grid_minutes", Step.Minutes, 120);
        var notice = ReadNotice(fields);
        var horizon = fields.Int("horizon_days", 0, 730);
        var places = Named(fields, "places", PlaceReader.Read);
        ReadFamilies(fields, names);
        var reasons = fields.NamedMaps("reasons").Select(r => ReasonReader.Read(r.Name, r.Span, r.Fields, names)).OfType<VisitReason>().ToList();
        var resources = Named(fields, "resources", (id, map) => ReadResource(id, map, names));
        var practitioners = fields.NamedMaps("practitioners").Select(p => ReadPractitioner(p.Name, p.Fields, names)).OfType<Practitioner>().ToList();
        var extra = fields.OptionalMaps("extra_openings").Select(e => (Whose: names.PractitionerIn(e, "practitioner"), Opening: OpeningReader.Extra(e, names))).ToList();
        var quotas = Named(fields, "quotas", (id, map) => LimitReader.Quota(id, map, names));
        var overbookings = Named(fields, "overbooking", (id, map) => LimitReader.Overbooking(id, map, names));
        List<string> suspendable = [.. quotas.Select(q => q.Name), .. overbookings.Select(o => o.Name)];
        CheckNames(fields, names, suspendable);
        var draft = new
        {
            Closures = Listed(fields, "closures", map => DatedReader.Closure(map, names)),
            Substitutions = Listed(fields, "substitutes", map => DatedReader.Substitution(map, names)),
            Gaps = Listed(fields, "gaps", map => LimitReader.Gap(map, names)),
            Suspensions = Listed(fields, "suspensions", map => DatedReader.Suspension(map, names, suspendable)),
            Approval = LimitReader.Approval(fields),
            Missed = LimitReader.Missed(fields, names),
            Neighbours = NeighbourReader.Consent(fields, names, name),
        };
        fields.Done();
        if (name is null || version is null || zone is null || region is null || grid is null || horizon is null || fields.Bag.HasErrors)
            return null;
        return new BookingBook
        {
            Version = new ScriptVersion(name, version.Value, hash), Source = source, Zone = zone, Region = region.Value,
            GridMinutes = grid.Value, Notice = notice, HorizonDays = horizon.Value,
            Places = places.ToDictionary(p => p.Id), Resources = resources.ToDictionary(r => r.Id), Families = names.Families,
            Practitioners = practitioners.ToDictionary(p => p.Id, p => p with { ExtraOpenings = [.. extra.Where(e => e.Whose == p.Id).Select(e => e.Opening!)] }),
            Reasons = reasons.ToDictionary(r => r.Id),
            Closures = draft.Closures, Substitutions = draft.Substitutions, Quotas = quotas, Gaps = draft.Gaps,
            Overbookings = overbookings, Suspensions = draft.Suspensions, Approval = draft.Approval, Missed = draft.Missed, Neighbours = draft.Neighbours,
        };
    }

    private static DateTimeZone? ReadZone(Fields fields)
    {
        if (fields.Text("zone") is not { } id)
            return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is not null && IsOnSteps(zone))
            return zone;
        fields.Report(BookingCodes.UnknownZone, "zone", id);
        return null;
    }

    private static bool IsOnSteps(DateTimeZone zone) =>
        zone.GetZoneIntervals(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0)).All(i => i.WallOffset.Seconds % (Step.Minutes * 60) == 0);

    private static Dictionary<BookingChannel, Duration> ReadNotice(Fields fields)
    {
        var notice = new Dictionary<BookingChannel, Duration>();
        if (fields.OptionalMap("notice_minutes") is not { } map)
            return notice;
        foreach (var channel in Enum.GetValues<BookingChannel>())
        {
            if (map.OptionalInt(SnakeCase.Name(channel), 0, 60 * 24 * 30) is { } minutes)
                notice[channel] = Duration.FromMinutes(minutes);
        }

        map.Done();
        return notice;
    }

    private static void ReadFamilies(Fields fields, BookingNames names)
    {
        if (fields.OptionalMap("families") is not { } map)
            return;
        foreach (var entry in map.Mapping.Entries)
            names.AddFamily(entry.Key, names.ReasonsIn(map, entry.Key));
    }

    private static BookableResource? ReadResource(string id, Fields fields, BookingNames names)
    {
        var name = fields.Text("name");
        var kind = fields.Choice<ResourceKind>("kind");
        var place = names.PlaceIn(fields, "place");
        var openings = fields.OptionalMaps("openings").Select(o => OpeningReader.Weekly(o, names)).OfType<OpeningRule>().ToList();
        var source = names.SourceOf(fields);
        fields.Done();
        return name is null || kind is null ? null : new BookableResource(new ResourceId(id), name, kind.Value, place, openings, source);
    }

    private static Practitioner? ReadPractitioner(string id, Fields fields, BookingNames names)
    {
        var (name, specialty) = (fields.Text("name"), fields.Text("specialty"));
        var openings = fields.Maps("openings").Select(o => OpeningReader.Weekly(o, names)).OfType<OpeningRule>().ToList();
        var (newPatients, ages) = (EligibilityReader.NewPatients(fields, names), EligibilityReader.Ages(fields, names));
        var source = names.SourceOf(fields);
        fields.Done();
        return name is null || specialty is null ? null : new Practitioner
        {
            Id = new PractitionerId(id), Name = name, Specialty = specialty, Openings = openings, NewPatients = newPatients, Ages = ages, Source = source,
        };
    }

    /// <summary>Practitioners and resources share their names, so do reasons and families, and quotas and overbooking.</summary>
    private static void CheckNames(Fields fields, BookingNames names, List<string> limits)
    {
        foreach (var (key, twice) in names.Resources.Intersect(names.Practitioners).Select(n => ("resources", n))
            .Concat(names.Families.Keys.Intersect(names.Reasons).Select(n => ("families", n)))
            .Concat(limits.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => ("overbooking", g.Key))))
            fields.Report(BookingCodes.NameTwice, key, twice);
    }

    private static List<T> Named<T>(Fields fields, string key, Func<string, Fields, T?> read)
        where T : class => fields.Has(key) ? [.. fields.NamedMaps(key).Select(n => read(n.Name, n.Fields)).OfType<T>()] : [];

    private static List<T> Listed<T>(Fields fields, string key, Func<Fields, T?> read)
        where T : class => [.. fields.OptionalMaps(key).Select(read).OfType<T>()];
}
