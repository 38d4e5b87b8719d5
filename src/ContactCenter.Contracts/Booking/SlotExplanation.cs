namespace ContactCenter.Contracts.Booking;

/// <summary>
/// Why a moment is offered or not: <c>GET /api/practices/{practiceId}/slots/explain?visitReason=...&amp;practitioner=...&amp;at=...</c>, with the same
/// further parameters as the slots; instead of <c>at</c>, <c>local</c> is the moment by the practice's own clock, without an offset.
/// </summary>
/// <param name="IsOffered">It can be booked at once.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Rules">What stands in the way, the strongest first; empty when nothing does.</param>
/// <param name="Alternatives">The nearest slots that can be booked.</param>
public sealed record SlotExplanation(
    string PractitionerId,
    DateTimeOffset At,
    DateTimeOffset? End,
    bool IsOffered,
    string Summary,
    IReadOnlyList<RuleView> Rules,
    IReadOnlyList<SlotView> Alternatives);

/// <summary>A rule that a slot does not meet.</summary>
/// <param name="Rule">Stable name, such as <c>QuotaReached</c>.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="Remedy">What would make it possible; null when nothing would.</param>
/// <param name="PossibleFrom">When it will be possible by itself.</param>
/// <param name="Author">Who answers for the rule; null for what is no rule of the practice's.</param>
/// <param name="Since">Since when.</param>
/// <param name="Source">Where it stands: <c>protocols/cabinet-des-lilas/booking.yaml(12,5)</c>.</param>
public sealed record RuleView(
    string Rule,
    RuleStrengthView Strength,
    string Sentence,
    string? Remedy,
    DateTimeOffset? PossibleFrom,
    string? Author,
    DateOnly? Since,
    string? Source);

public enum RuleStrengthView
{
    /// <summary>The agent may go on with a written reason.</summary>
    Soft,

    /// <summary>The practice decides.</summary>
    Approval,

    /// <summary>It cannot be booked.</summary>
    Hard,
}
