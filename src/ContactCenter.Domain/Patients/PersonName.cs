namespace ContactCenter.Domain.Patients;

/// <summary>
/// A person's name as written. French records keep two family names: the one of birth, which never changes, and the one
/// in use, which may be another's. <see cref="ToString"/> masks it.
/// </summary>
/// <param name="Family">The family name in use.</param>
/// <param name="Given">Given names, the usual one first.</param>
/// <param name="BirthFamily">The family name of birth, when it differs.</param>
public sealed record PersonName(string Family, string Given, string? BirthFamily = null)
{
    /// <summary>For the screen of who may see it: <c>DUPONT Marie</c>.</summary>
    public string Display => $"{Family.ToUpperInvariant()} {Given}";

    /// <summary>Every word by which this name may be asked for, normalised, without repetition.</summary>
    public IReadOnlySet<string> Words => NameWords.Of(Family).Concat(NameWords.Of(BirthFamily)).Concat(NameWords.Of(Given)).ToHashSet();

    /// <summary>Masked: the initials.</summary>
    public override string ToString() => $"{Initial(Family)}. {Initial(Given)}.";

    private static string Initial(string name) => name.Length == 0 ? "" : name[..1].ToUpperInvariant();
}
