using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Reads what holds for some days only.</summary>
internal static class DatedReader
{
    public static BookingClosure? Closure(Fields fields, BookingNames names)
    {
        var (first, last) = Days(fields);
        var why = fields.Text("why");
        var practitioners = names.PractitionersIn(fields, "practitioners");
        var source = names.SourceOf(fields);
        fields.Done();
        return first is null || last is null || why is null ? null : new BookingClosure(first.Value, last.Value, why, practitioners, source);
    }

    public static Substitution? Substitution(Fields fields, BookingNames names)
    {
        var practitioner = names.PractitionerIn(fields, "for");
        var name = fields.Text("name");
        var (first, last) = Days(fields);
        var reasons = names.ReasonsIn(fields, "reasons");
        var known = fields.OptionalFlag("known_patients_only") ?? false;
        var ages = Ages(fields);
        var source = names.SourceOf(fields);
        fields.Done();
        return practitioner is null || name is null || first is null || last is null
            ? null
            : new Substitution(practitioner.Value, name, first.Value, last.Value, reasons, known, ages, source);
    }

    public static Suspension? Suspension(Fields fields, BookingNames names, IReadOnlyCollection<string> rules)
    {
        var rule = fields.Text("rule");
        if (rule is not null && !rules.Contains(rule))
            fields.Report(BookingCodes.UnknownRule, "rule", rule, string.Join(", ", rules));
        var (first, last) = Days(fields);
        var why = fields.Text("why");
        var source = names.SourceOf(fields);
        fields.Done();
        return rule is null || first is null || last is null || why is null ? null : new Suspension(rule, first.Value, last.Value, why, source);
    }

    private static AgeBand? Ages(Fields fields)
    {
        if (fields.OptionalMap("ages") is not { } map)
            return null;
        var band = EligibilityReader.Band(map);
        map.Done();
        return band;
    }

    private static (LocalDate? First, LocalDate? Last) Days(Fields fields)
    {
        var first = fields.Date("first");
        var last = fields.OptionalDate("last") ?? first;
        if (last < first)
            fields.Report(BookingCodes.BackwardDates, "last");
        return (first, last);
    }
}
