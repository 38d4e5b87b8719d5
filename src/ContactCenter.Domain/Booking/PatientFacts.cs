using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>What the rules may ask about the patient. What is not known does not stand in the way.</summary>
public sealed record PatientFacts
{
    /// <summary>Somebody of whom nothing is known yet, taken as known to the practice.</summary>
    public static PatientFacts Unknown { get; } = new();

    public BirthDate? Born { get; init; }

    /// <summary>As the agent said; null: by <see cref="SeenBy"/>.</summary>
    public bool? SaidToBeNew { get; init; }

    /// <summary>The practitioners who have seen her; null when nothing is known.</summary>
    public IReadOnlySet<PractitionerId>? SeenBy { get; init; }

    /// <summary>The practitioner who saw her last, and when; null when nobody has, or nothing is known.</summary>
    public LastVisit? Last { get; init; }

    /// <summary>Her other appointments that were not cancelled, past and to come.</summary>
    public IReadOnlyList<PatientVisit> Visits { get; init; } = [];

    /// <summary>Dates of appointments to which she did not come.</summary>
    public IReadOnlyList<LocalDate> Missed { get; init; } = [];

    public PatientFlags Flags { get; init; }

    public bool HasReferral { get; init; }

    public bool IsNewWith(PractitionerId practitioner) => SaidToBeNew ?? (SeenBy is { } seen && !seen.Contains(practitioner));
}

/// <param name="Date">In the practice's calendar.</param>
public readonly record struct PatientVisit(VisitReasonId Reason, LocalDate Date);

/// <param name="Date">In the practice's calendar.</param>
public readonly record struct LastVisit(PractitionerId Practitioner, LocalDate Date);
