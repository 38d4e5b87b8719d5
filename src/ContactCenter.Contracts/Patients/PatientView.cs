namespace ContactCenter.Contracts.Patients;

/// <summary>A patient of one practice, as who may see her sees her.</summary>
/// <param name="Version">Send it back with a change: a change that began from an older one is refused.</param>
/// <param name="BirthFamilyName">When it differs from the name in use.</param>
/// <param name="Phones">E.164; a household may share one.</param>
/// <param name="Notes">The practice's own notes of her.</param>
/// <param name="Flags">Of <see cref="PatientFlag"/>.</param>
/// <param name="Alert">What nobody may overlook, in a few words.</param>
/// <param name="Guardian">Who decides for her and how that person is reached.</param>
/// <param name="PreferredContact">How she wishes to be reached, such as "after 18:00, by telephone".</param>
/// <param name="MissingPapers">Forms and consents that the practice still waits for.</param>
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
    IReadOnlyList<PatientFlag> Flags,
    string? Alert = null,
    string? Guardian = null,
    string? PreferredContact = null,
    IReadOnlyList<string>? MissingPapers = null);

/// <summary>What an agent should know before she speaks or books.</summary>
public enum PatientFlag
{
    NeedsInterpreter,
    ReducedMobility,
    HardOfHearing,
    MissesAppointments,

    /// <summary>New appointments only after the practice agreed.</summary>
    AskPracticeFirst,

    /// <summary>No text messages.</summary>
    DoNotText,

    /// <summary>Not to be rung of our own accord.</summary>
    DoNotCall,
}
