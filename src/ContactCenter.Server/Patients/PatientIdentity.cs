using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Server.Patients;

/// <summary>What the box of a patient holds.</summary>
/// <param name="Phones">E.164, the first being the one to call.</param>
internal sealed record PatientIdentity(PersonName Name, LocalDate? BirthDate, IReadOnlyList<string> Phones, string? Email, string? Notes)
{
    /// <summary>Masked, as its parts are.</summary>
    public override string ToString() => Name.ToString();
}
