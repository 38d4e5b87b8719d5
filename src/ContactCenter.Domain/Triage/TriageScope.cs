namespace ContactCenter.Domain.Triage;

/// <summary>Whom a protocol is for. Ages in completed months, both bounds included; null is no bound.</summary>
public sealed record TriageScope(int? AgeMinMonths, int? AgeMaxMonths, IReadOnlyList<string> Specialties)
{
    /// <summary>True when the protocol may be for a patient of that age; an unknown age is never a reason to leave a protocol out.</summary>
    public bool Admits(int? ageMonths) =>
        ageMonths is not { } age || ((AgeMinMonths is not { } min || age >= min) && (AgeMaxMonths is not { } max || age <= max));

    /// <summary>True when every patient of <paramref name="other"/> is one of this scope as well.</summary>
    public bool Covers(TriageScope other) =>
        (AgeMinMonths is null || AgeMinMonths <= other.AgeMinMonths) && (AgeMaxMonths is null || AgeMaxMonths >= other.AgeMaxMonths)
        && (Specialties.Count == 0 || (other.Specialties.Count > 0 && other.Specialties.All(Specialties.Contains)));
}
