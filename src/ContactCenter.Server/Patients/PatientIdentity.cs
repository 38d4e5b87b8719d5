using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Server.Patients;

/// <summary>What the box of a patient holds.</summary>
/// <param name="Phones">E.164, the first being the one to call.</param>
internal sealed record PatientIdentity(PersonName Name, LocalDate? BirthDate, IReadOnlyList<string> Phones, string? Email, string? Notes, PatientCare? Care = null)
{
    /// <summary>Masked, as its parts are.</summary>
    public override string ToString() => Name.ToString();
}

/// <summary>What one must know to speak with her; any of it may identify somebody.</summary>
/// <param name="Guardian">Who decides for her and how that person is reached.</param>
/// <param name="MissingPapers">Forms and consents that the practice still waits for.</param>
internal sealed record PatientCare(string? Alert, string? Guardian, string? PreferredContact, IReadOnlyList<string> MissingPapers);
