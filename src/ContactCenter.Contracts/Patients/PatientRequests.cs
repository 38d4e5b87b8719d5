namespace ContactCenter.Contracts.Patients;

/// <summary>
/// <c>POST /api/practices/{practiceId}/patients/search</c>: a POST, so that no name stands in an address. What is set must
/// all agree; nothing set finds nothing. <c>?callId=</c> says in which call one looks.
/// </summary>
/// <param name="Name">Words of family or given names in any order; the beginning of a word, or how it sounds, will do.</param>
/// <param name="Phone">As typed: national or international.</param>
public sealed record FindPatients(string? Name = null, string? Phone = null, DateOnly? BirthDate = null);

/// <param name="More">There are others: ask for more words.</param>
public sealed record FoundPatients(IReadOnlyList<PatientView> Patients, bool More);

/// <summary>
/// <c>POST /api/practices/{practiceId}/patients</c> with <c>Idempotency-Key</c> creates (201);
/// <c>PUT .../patients/{patientId}</c> changes and needs <see cref="Version"/>.
/// </summary>
/// <param name="Phones">As typed; answered in E.164.</param>
/// <param name="Version">The version this change began from; not used when creating.</param>
/// <param name="EvenIfSimilar">Create although <see cref="PatientProblems.Similar"/> was answered.</param>
public sealed record SavePatient(
    string FamilyName,
    string GivenNames,
    string? BirthFamilyName = null,
    DateOnly? BirthDate = null,
    IReadOnlyList<string>? Phones = null,
    string? Email = null,
    string? Notes = null,
    IReadOnlyList<PatientFlag>? Flags = null,
    int? Version = null,
    bool EvenIfSimilar = false,
    string? Alert = null,
    string? Guardian = null,
    string? PreferredContact = null,
    IReadOnlyList<string>? MissingPapers = null);

/// <summary>Values of <c>code</c> in the ProblemDetails of these addresses.</summary>
public static class PatientProblems
{
    /// <summary>409: the practice knows somebody like this; the field <c>similar</c> lists them as <see cref="PatientView"/>.</summary>
    public const string Similar = "similar-patients";

    /// <summary>The field of the ProblemDetails of <see cref="Similar"/>.</summary>
    public const string SimilarField = "similar";

    /// <summary>409: somebody else changed the patient meanwhile: load again.</summary>
    public const string Outdated = "outdated-version";

    /// <summary>409: who was kept was merged into another since: undo that first.</summary>
    public const string MergedOn = "merged-on";

    /// <summary>422: a field is missing, too long or not what it should be; <c>field</c> names it.</summary>
    public const string Invalid = "invalid-patient";

    /// <summary>The field of the ProblemDetails of <see cref="Invalid"/>.</summary>
    public const string InvalidField = "field";
}
