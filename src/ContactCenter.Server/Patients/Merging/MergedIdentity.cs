using ContactCenter.Domain.Patients;

namespace ContactCenter.Server.Patients.Merging;

/// <summary>Two patients' data in one, and apart again. Nothing that somebody wrote of either is lost.</summary>
internal static class MergedIdentity
{
    private static readonly PatientCare Nothing = new(null, null, null, []);

    /// <summary>Her own stands first; beside it what only the other had.</summary>
    public static PatientIdentity Of(PatientIdentity kept, PatientIdentity gone)
    {
        var (own, other) = (kept.Care ?? Nothing, gone.Care ?? Nothing);
        var care = new PatientCare(
            Line(own.Alert, other.Alert), Line(own.Guardian, other.Guardian), Line(own.PreferredContact, other.PreferredContact),
            [.. own.MissingPapers.Union(other.MissingPapers)]);
        return kept with
        {
            Name = kept.Name with { BirthFamily = BirthName(kept.Name, gone.Name) },
            BirthDate = kept.BirthDate ?? gone.BirthDate,
            Phones = [.. kept.Phones.Union(gone.Phones)],
            Email = kept.Email ?? gone.Email,
            Notes = Joined(kept.Notes, gone.Notes, "\n"),
            Care = IsNothing(care) ? null : care,
        };
    }

    /// <summary>Takes back what the merge brought. What somebody wrote since stays.</summary>
    public static PatientIdentity Without(Moved merge, PatientIdentity now)
    {
        var (before, after) = (merge.Before, merge.After);
        var (own, merged, care) = (before.Care ?? Nothing, after.Care ?? Nothing, now.Care ?? Nothing);
        care = new PatientCare(
            Back(care.Alert, merged.Alert, own.Alert),
            Back(care.Guardian, merged.Guardian, own.Guardian),
            Back(care.PreferredContact, merged.PreferredContact, own.PreferredContact),
            [.. care.MissingPapers.Except(merged.MissingPapers.Except(own.MissingPapers))]);
        return now with
        {
            Name = now.Name with { BirthFamily = Back(now.Name.BirthFamily, after.Name.BirthFamily, before.Name.BirthFamily) },
            BirthDate = now.BirthDate == after.BirthDate ? before.BirthDate : now.BirthDate,
            Phones = [.. now.Phones.Except(after.Phones.Except(before.Phones))],
            Email = Back(now.Email, after.Email, before.Email),
            Notes = Back(now.Notes, after.Notes, before.Notes),
            Care = IsNothing(care) ? null : care,
        };
    }

    // Married, she was known under another name: both must find her. A name that sounds as her own is a slip of the pen.
    private static string? BirthName(PersonName kept, PersonName gone)
    {
        var known = Sounds(kept.Family).Union(Sounds(kept.BirthFamily)).ToHashSet();
        return new[] { gone.BirthFamily, gone.Family }.Where(name => !known.IsSupersetOf(Sounds(name))).Distinct().Aggregate(kept.BirthFamily, Line);
    }

    private static IEnumerable<string> Sounds(string? name) => NameWords.Of(name).Select(NameSound.Of);

    private static string? Line(string? one, string? other) => Joined(one, other, " / ");

    private static string? Joined(string? one, string? other, string between) =>
        one is null ? other
        : other is null || one.Contains(other, StringComparison.CurrentCultureIgnoreCase) ? one
        : $"{one}{between}{other}";

    private static string? Back(string? now, string? after, string? before) => now == after ? before : now;

    private static bool IsNothing(PatientCare care) => care is { Alert: null, Guardian: null, PreferredContact: null, MissingPapers.Count: 0 };
}
