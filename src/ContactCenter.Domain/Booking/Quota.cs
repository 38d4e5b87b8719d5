using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>At most so many appointments per local day or ISO week.</summary>
/// <param name="Name">By which it is suspended and explained; unique among the rules of the book.</param>
/// <param name="Practitioners">Whose appointments count; empty means everybody's.</param>
/// <param name="Together">One count for all of them, instead of one for each.</param>
/// <param name="Patients">Which appointments count.</param>
public sealed record Quota(
    string Name, string Label, IReadOnlyList<PractitionerId> Practitioners, bool Together, ReasonSet Reasons, QuotaPatients Patients,
    QuotaPeriod Period, int Most, RuleStrength Strength, RuleSource Source)
{
    public bool Concerns(PractitionerId practitioner, VisitReasonId reason, bool isNew) =>
        ConcernsPractitioner(practitioner) && Reasons.Includes(reason) && (Patients == QuotaPatients.All || isNew);

    /// <summary>Whether appointments with <paramref name="other"/> count when <paramref name="practitioner"/> is asked for.</summary>
    public bool CountsTogether(PractitionerId practitioner, PractitionerId other) =>
        other == practitioner || (Together && ConcernsPractitioner(other));

    /// <summary>The local dates that are counted together with <paramref name="date"/>, first and last inclusive.</summary>
    public DateInterval PeriodOf(LocalDate date) => Period switch
    {
        QuotaPeriod.Day => new DateInterval(date, date),
        QuotaPeriod.Week => new DateInterval(date.PlusDays(1 - (int)date.DayOfWeek), date.PlusDays(7 - (int)date.DayOfWeek)),
    };

    private bool ConcernsPractitioner(PractitionerId practitioner) => Practitioners.Count == 0 || Practitioners.Contains(practitioner);
}

public enum QuotaPeriod
{
    Day,
    Week,
}

public enum QuotaPatients
{
    All,
    New,
}
