namespace ContactCenter.Domain.Booking;

/// <summary>Everything that the rules say about one slot.</summary>
/// <param name="Slot">With lane and resources as they would be taken; null when the practitioner does not offer the reason.</param>
/// <param name="Findings">Rules that are not met, in the order of <see cref="BookingRule"/>.</param>
public sealed record Judgement(Slot? Slot, IReadOnlyList<Finding> Findings)
{
    /// <summary>The strongest of the findings; null when there is none.</summary>
    public RuleStrength? Strength => Findings.Count == 0 ? null : Findings.Max(f => f.Strength);
}
