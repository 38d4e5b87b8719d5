namespace ContactCenter.Domain.Booking;

/// <summary>Time kept free between two appointments of one practitioner that follow each other, to prepare or to write.</summary>
/// <param name="After">The reasons of the earlier appointment.</param>
/// <param name="Before">The reasons of the later one.</param>
/// <param name="Minutes">Whole <see cref="Step"/>s.</param>
public sealed record Gap(ReasonSet After, ReasonSet Before, int Minutes, RuleSource Source);
