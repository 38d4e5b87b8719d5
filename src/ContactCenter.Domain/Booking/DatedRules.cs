using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Days on which nobody consults, or only the named practitioners do not; first and last inclusive.</summary>
/// <param name="Practitioners">Empty means all.</param>
/// <param name="Why">Told to whoever asks.</param>
public sealed record BookingClosure(LocalDate First, LocalDate Last, string Why, IReadOnlyList<PractitionerId> Practitioners, RuleSource Source)
{
    public bool Covers(LocalDate date, PractitionerId practitioner) =>
        First <= date && date <= Last && (Practitioners.Count == 0 || Practitioners.Contains(practitioner));
}

/// <summary>An opening of one date, outside what holds every week.</summary>
public sealed record ExtraOpening(LocalDate Date, OpeningRule Rule, string Why);

/// <summary>Another doctor keeps a practitioner's calendar for some days; first and last inclusive.</summary>
/// <param name="Reasons">What the substitute takes over.</param>
/// <param name="KnownPatientsOnly">No patients whom the practitioner has not seen.</param>
/// <param name="Ages">Only patients of these ages on the day of the visit; null for all. An unknown age is taken as fitting.</param>
public sealed record Substitution(
    PractitionerId For, string Name, LocalDate First, LocalDate Last, ReasonSet Reasons, bool KnownPatientsOnly, AgeBand? Ages, RuleSource Source)
{
    public bool Covers(LocalDate date, PractitionerId practitioner) => For == practitioner && First <= date && date <= Last;
}

/// <summary>A named rule does not hold for some days; first and last inclusive.</summary>
public sealed record Suspension(string Rule, LocalDate First, LocalDate Last, string Why, RuleSource Source)
{
    public bool Covers(LocalDate date) => First <= date && date <= Last;
}
