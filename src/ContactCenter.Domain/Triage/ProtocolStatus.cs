using NodaTime;

namespace ContactCenter.Domain.Triage;

/// <summary>How far a protocol has come on its way to use.</summary>
public enum ProtocolStatus
{
    /// <summary>Being written: never proposed.</summary>
    Draft,

    /// <summary>An example to be read, adapted and signed: proposed only where the operator has allowed samples, as in a demo.</summary>
    Sample,

    /// <summary>Signed by a doctor for this practice.</summary>
    Signed,

    /// <summary>Out of use.</summary>
    Retired,
}

/// <summary>A doctor's signature under the content of a protocol.</summary>
/// <param name="Rpps">The doctor's number in the national register, 11 digits.</param>
/// <param name="ContentSha256">What was signed, see <see cref="ProtocolContent"/>.</param>
public sealed record ProtocolSignature(string Name, string Rpps, LocalDate At, string ContentSha256);

/// <summary>Whether a protocol may be proposed, and if not, why.</summary>
public enum ProtocolUse
{
    Usable,
    NotSigned,
    ReviewOverdue,
    Retired,
}
