namespace ContactCenter.Domain.Ivr;

/// <summary>Who calls, as far as the number tells.</summary>
public enum CallerKind
{
    /// <summary>A number that nobody has told us about.</summary>
    Other,

    /// <summary>The number of a patient of the practice, or of her household.</summary>
    Known,

    /// <summary>The number of another doctor, a pharmacy, a laboratory or a hospital that the practice has named.</summary>
    Doctor,

    /// <summary>The number is withheld, or is not a number.</summary>
    Masked,
}
