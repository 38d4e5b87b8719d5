using System.Globalization;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Booking;

/// <summary>Reads who may come: ages, new patients, referrals, distance between visits.</summary>
internal static class EligibilityReader
{
    private const int MonthsAYear = 12;
    private const int OldestMonths = 130 * MonthsAYear;

    public static AgeRule? Ages(Fields fields, BookingNames names)
    {
        if (fields.OptionalMap("ages") is not { } map)
            return null;
        var band = Band(map);
        var (strength, source) = (Strength(map), names.SourceOf(map));
        map.Done();
        return band is null ? null : new AgeRule(band, strength, source);
    }

    /// <summary>The rule when they are not simply welcome.</summary>
    public static NewPatientRule? NewPatients(Fields fields, BookingNames names)
    {
        if (fields.OptionalMap("new_patients") is not { } map)
            return null;
        var welcome = map.Flag("accepted");
        var (strength, source) = (Strength(map), names.SourceOf(map));
        map.Done();
        return welcome == false ? new NewPatientRule(strength, source) : null;
    }

    public static ReferralRule? Referral(Fields fields, BookingNames names)
    {
        if (fields.OptionalMap("referral") is not { } map)
            return null;
        var needed = map.Flag("needed");
        var (strength, source) = (Strength(map), names.SourceOf(map));
        map.Done();
        return needed == true ? new ReferralRule(strength, source) : null;
    }

    public static SpacingRule? Spacing(Fields fields, BookingNames names)
    {
        if (fields.OptionalMap("spacing") is not { } map)
            return null;
        var days = map.Int("days", 1, 1000);
        var reasons = names.ReasonsIn(map, "reasons");
        var (strength, source) = (Strength(map), names.SourceOf(map));
        map.Done();
        return days is null ? null : new SpacingRule(days.Value, reasons, strength, source);
    }

    /// <summary>From <c>from</c> (0 when absent) to under <c>under</c> (no end when absent).</summary>
    public static AgeBand? Band(Fields fields)
    {
        var (from, under) = (Months(fields, "from") ?? 0, Months(fields, "under"));
        if (under is null || from < under)
            return new AgeBand(from, under);
        fields.Report(BookingCodes.AgesBackwards, "under", fields.OptionalText("from") ?? "0", fields.OptionalText("under")!);
        return null;
    }

    public static RuleStrength Strength(Fields fields) => fields.OptionalChoice<RuleStrength>("strength") ?? RuleStrength.Hard;

    private static int? Months(Fields fields, string key)
    {
        if (fields.OptionalText(key) is not { } text)
            return null;
        var (number, unit) = char.IsAsciiDigit(text[^1]) ? (text, 'y') : (text[..^1], text[^1]);
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && unit is 'y' or 'm' && count <= OldestMonths
            && count * (unit == 'y' ? MonthsAYear : 1) is var months && months <= OldestMonths)
            return months;
        fields.Report(BookingCodes.NotAnAge, key, key, text);
        return null;
    }
}
