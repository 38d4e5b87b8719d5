namespace ContactCenter.Contracts.Patients;

/// <summary>A patient of one practice, as who may see her sees her.</summary>
/// <param name="Version">Send it back with a change: a change that began from an older one is refused.</param>
/// <param name="BirthFamilyName">When it differs from the name in use.</param>
/// <param name="Phones">E.164; a household may share one.</param>
/// <param name="Flags">Of <see cref="PatientFlag"/>.</param>
public sealed record PatientView(
    Guid PatientId,
    int Version,
    string FamilyName,
    string GivenNames,
    string? BirthFamilyName,
    DateOnly? BirthDate,
    IReadOnlyList<string> Phones,
    string? Email,
    string? Notes,
    IReadOnlyList<PatientFlag> Flags);

/// <summary>What an agent should know before she speaks or books.</summary>
public enum PatientFlag
{
    NeedsInterpreter,
    ReducedMobility,
    HardOfHearing,
    MissesAppointments,

    /// <summary>New appointments only after the practice agreed.</summary>
    AskPracticeFirst,
}
