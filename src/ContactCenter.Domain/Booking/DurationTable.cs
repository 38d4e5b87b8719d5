using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>How long a visit takes: by practitioner, by whether the patient is new, by age. All lengths are whole <see cref="Step"/>s.</summary>
public sealed record DurationTable(IReadOnlyList<DurationRow> Rows)
{
    private readonly ILookup<PractitionerId, DurationRow> _byPractitioner = Rows.ToLookup(r => r.Practitioner);

    /// <summary>Who offers the reason: those with a row for all ages.</summary>
    public IEnumerable<PractitionerId> Practitioners => Rows.Where(r => r.Ages is null).Select(r => r.Practitioner);

    /// <summary>Minutes, or null when the practitioner does not offer the reason. The first row for the patient's age wins over the row for all ages.</summary>
    /// <param name="born">Null when it is not known: then the row for all ages holds.</param>
    public int? Minutes(PractitionerId practitioner, bool isNew, BirthDate? born, LocalDate day)
    {
        var rows = _byPractitioner[practitioner];
        if (rows.FirstOrDefault(r => r.Ages is null) is not { } general)
            return null;
        var row = born is { } date ? rows.FirstOrDefault(r => r.Ages?.Includes(date, day) == true) ?? general : general;
        return isNew && row.NewPatientMinutes is { } first ? first : row.Minutes;
    }

    /// <summary>The shortest that a visit with the practitioner may take; null when she does not offer it.</summary>
    public int? Shortest(PractitionerId practitioner) =>
        _byPractitioner[practitioner].Select(r => (int?)Math.Min(r.Minutes, r.NewPatientMinutes ?? r.Minutes)).Min();
}

/// <param name="NewPatientMinutes">For a patient the practitioner has not seen; null when it takes as long.</param>
/// <param name="Ages">Null for all ages.</param>
public sealed record DurationRow(PractitionerId Practitioner, int Minutes, int? NewPatientMinutes, AgeBand? Ages);
