namespace ContactCenter.Domain.Booking;

/// <summary>A practice's word that callers of other practices of the same secretaries may be offered its free slots.</summary>
/// <param name="With">Slugs of those practices; null: all of them.</param>
/// <param name="Reasons">Only for these of its own reasons.</param>
public sealed record NeighbourConsent(IReadOnlySet<string>? With, ReasonSet Reasons, RuleSource Source)
{
    /// <param name="practice">The slug of the practice that was called.</param>
    public bool Includes(string practice) => With is null || With.Contains(practice);
}
