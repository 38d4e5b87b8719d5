using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Booking;

/// <summary>Reads one visit reason.</summary>
internal static class ReasonReader
{
    private const int MostCents = 1_000_000;

    public static VisitReason? Read(string name, SourceSpan span, Fields fields, BookingNames names)
    {
        var label = fields.Text("label");
        var rows = Durations(fields, names);
        if (rows.Count == 0)
            fields.Bag.Report(BookingCodes.NobodyOffers, span, name);
        var reason = label is null ? null : new VisitReason
        {
            Id = new VisitReasonId(name),
            Label = label,
            Synonyms = Lines(fields, "synonyms"),
            Durations = new DurationTable(rows),
            Preparation = Lines(fields, "preparation"),
            Documents = Lines(fields, "documents"),
            Mode = fields.OptionalChoice<ConsultationMode>("mode") ?? ConsultationMode.Office,
            Agents = fields.OptionalChoice<BookingPermission>("agents") ?? BookingPermission.AtOnce,
            Online = fields.OptionalChoice<BookingPermission>("online") ?? BookingPermission.No,
            Pool = fields.OptionalId("pool"),
            Ages = EligibilityReader.Ages(fields, names),
            NewPatients = EligibilityReader.NewPatients(fields, names),
            Referral = EligibilityReader.Referral(fields, names),
            Spacing = EligibilityReader.Spacing(fields, names),
            Needs = Needs(fields, names),
            ChargeCents = fields.OptionalInt("charge_cents", 1, MostCents),
            Source = names.SourceOf(fields) with { Span = span },
        };
        fields.Done();
        return reason;
    }

    private static IReadOnlyList<string> Lines(Fields fields, string key) => [.. fields.OptionalTexts(key).Select(t => t.Text)];

    private static List<DurationRow> Durations(Fields fields, BookingNames names)
    {
        var rows = Rows(fields, null, names);
        var general = rows.Select(r => r.Practitioner).ToHashSet();
        foreach (var band in fields.OptionalMaps("by_age"))
        {
            var ages = EligibilityReader.Band(band);
            var special = Rows(band, ages, names);
            band.Done();
            if (band.OptionalText("from") is null && band.OptionalText("under") is null)
                band.Bag.Report(BookingCodes.AgeRowWithoutAge, band.Span);
            if (band.Mapping.Find("minutes") is ScriptMapping { Entries: [] })
                band.Bag.Report(BookingCodes.AgeRowWithoutMinutes, band.Span);
            foreach (var row in special.Where(r => !general.Contains(r.Practitioner)))
                band.Bag.Report(BookingCodes.AgeRowWithoutBase, band.SpanOf("minutes"), row.Practitioner);
            if (ages is not null)
                rows.AddRange(special);
        }

        return rows;
    }

    private static List<DurationRow> Rows(Fields fields, AgeBand? ages, BookingNames names)
    {
        var usual = Minutes(fields, "minutes", names, required: true);
        var first = Minutes(fields, "new_patient_minutes", names, required: false);
        foreach (var alone in first.Keys.Except(usual.Keys))
            fields.Report(BookingCodes.AgeRowWithoutBase, "new_patient_minutes", alone);
        return [.. usual.Select(m => new DurationRow(new PractitionerId(m.Key), m.Value, first.TryGetValue(m.Key, out var longer) ? longer : null, ages))];
    }

    private static Dictionary<string, int> Minutes(Fields fields, string key, BookingNames names, bool required)
    {
        var minutes = new Dictionary<string, int>();
        if ((required ? fields.Map(key) : fields.OptionalMap(key)) is not { } map)
            return minutes;
        foreach (var entry in map.Mapping.Entries)
        {
            if (!names.Practitioners.Contains(entry.Key))
                map.Bag.Report(BookingCodes.UnknownPractitioner, entry.KeySpan, entry.Key, string.Join(", ", names.Practitioners));
            if (BookingNames.Steps(map, entry.Key, Step.Minutes, VisitReason.LongestMinutes) is { } length)
                minutes[entry.Key] = length;
        }

        map.Done();
        return minutes;
    }

    private static List<ResourceNeed> Needs(Fields fields, BookingNames names)
    {
        var needs = new List<ResourceNeed>();
        foreach (var map in fields.OptionalMaps("needs"))
        {
            var of = names.ResourcesIn(map, "of");
            var count = map.OptionalInt("count", 1, 20) ?? 1;
            map.Done();
            if (of.Count > 0 && count > of.Count)
                map.Bag.Report(BookingCodes.NeedTooMany, map.Span, count, of.Count);
            foreach (var twice in of.Where(r => needs.Exists(n => n.Of.Contains(r))))
                map.Report(BookingCodes.NeedTwice, "of", twice);
            needs.Add(new ResourceNeed(count, of));
        }

        return needs;
    }
}
