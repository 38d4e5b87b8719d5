using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Reads quotas, gaps, overbooking, missed appointments and approval.</summary>
internal static class LimitReader
{
    private static readonly Duration ShortestApproval = Duration.FromMinutes(5);
    private static readonly Duration LongestApproval = Duration.FromHours(72);

    private enum Counted
    {
        Each,
        Together,
    }

    public static Quota? Quota(string name, Fields fields, BookingNames names)
    {
        var label = fields.Text("label");
        var practitioners = names.PractitionersIn(fields, "practitioners");
        var together = fields.OptionalChoice<Counted>("counted") == Counted.Together;
        var reasons = names.ReasonsIn(fields, "reasons");
        var patients = fields.OptionalChoice<QuotaPatients>("patients") ?? QuotaPatients.All;
        var period = fields.Choice<QuotaPeriod>("per");
        var most = fields.Int("most", 0, 1000);
        var (strength, source) = (EligibilityReader.Strength(fields), names.SourceOf(fields));
        fields.Done();
        return label is null || period is null || most is null
            ? null
            : new Quota(name, label, practitioners, together, reasons, patients, period.Value, most.Value, strength, source);
    }

    public static Gap? Gap(Fields fields, BookingNames names)
    {
        var (after, before) = (names.ReasonsIn(fields, "after"), names.ReasonsIn(fields, "before"));
        var minutes = BookingNames.Steps(fields, "minutes", Step.Minutes, 240);
        var source = names.SourceOf(fields);
        fields.Done();
        return minutes is null ? null : new Gap(after, before, minutes.Value, source);
    }

    public static Overbooking? Overbooking(string name, Fields fields, BookingNames names)
    {
        var label = fields.Text("label");
        var practitioner = names.PractitionerIn(fields, "practitioner");
        var reasons = names.ReasonsIn(fields, "reasons");
        var lanes = fields.OptionalInt("lanes", 1, 9) ?? 1;
        var most = fields.Int("per_day", 1, 100);
        var hours = fields.Has("from") || fields.Has("to") ? BookingNames.Hours(fields, "from", "to") : null;
        var strength = fields.OptionalChoice<RuleStrength>("strength") ?? RuleStrength.Soft;
        var source = names.SourceOf(fields);
        fields.Done();
        if (strength == RuleStrength.Hard)
            fields.Report(BookingCodes.OverbookingHard, "strength");
        return label is null || practitioner is null || most is null
            ? null
            : new Overbooking(name, label, practitioner.Value, reasons, lanes, most.Value, hours, strength, source);
    }

    public static MissedRule? Missed(Fields fields, BookingNames names)
    {
        if (fields.OptionalMap("missed_appointments") is not { } map)
            return null;
        var (most, months) = (map.Int("most", 1, 20), map.Int("months", 1, 60));
        var (strength, source) = (map.OptionalChoice<RuleStrength>("strength") ?? RuleStrength.Approval, names.SourceOf(map));
        map.Done();
        return most is null || months is null ? null : new MissedRule(most.Value, months.Value, strength, source);
    }

    public static ApprovalTerms Approval(Fields fields)
    {
        if (fields.OptionalMap("approval") is not { } map)
            return ApprovalTerms.Default;
        var within = map.Duration("within", ShortestApproval, LongestApproval);
        var fallback = map.Choice<ApprovalFallback>("otherwise");
        map.Done();
        return within is null || fallback is null ? ApprovalTerms.Default : new ApprovalTerms(within.Value, fallback.Value);
    }
}
