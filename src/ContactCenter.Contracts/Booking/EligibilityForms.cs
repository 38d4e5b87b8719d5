namespace ContactCenter.Contracts.Booking;

/// <summary>At least so many days between two visits of one patient; 1 forbids the same day.</summary>
/// <param name="Reasons">From the visits for these; empty for all.</param>
/// <param name="Strength">hard, soft or approval: what holds for a visit sooner.</param>
public sealed record SpacingForm(string Days, IReadOnlyList<string> Reasons, string Strength);
