namespace ContactCenter.Domain.Booking;

/// <summary>A doctor or other clinician with a calendar.</summary>
public sealed record Practitioner
{
    public required PractitionerId Id { get; init; }

    public required string Name { get; init; }

    public required string Specialty { get; init; }

    public required IReadOnlyList<OpeningRule> Openings { get; init; }

    /// <summary>Openings of single dates, given in addition; they hold on holidays and closed days too.</summary>
    public IReadOnlyList<ExtraOpening> ExtraOpenings { get; init; } = [];

    /// <summary>Null when new patients are welcome.</summary>
    public NewPatientRule? NewPatients { get; init; }

    /// <summary>Null for all ages.</summary>
    public AgeRule? Ages { get; init; }

    public required RuleSource Source { get; init; }
}
