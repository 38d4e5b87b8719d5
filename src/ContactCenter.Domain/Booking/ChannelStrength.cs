namespace ContactCenter.Domain.Booking;

/// <summary>
/// The practice's own people answer for their calendar: what its rules forbid to others they may do with a written reason, and they need
/// nobody's approval. What is taken, past or not offered stays so for all.
/// </summary>
internal static class ChannelStrength
{
    public static Finding For(BookingChannel channel, Finding finding) => channel switch
    {
        BookingChannel.Agent or BookingChannel.Online => finding,
        BookingChannel.Practice => Concerns(finding) ? finding with { Strength = RuleStrength.Soft } : finding,
    };

    private static bool Concerns(Finding finding) => finding switch
    {
        { Rule: BookingRule.NotOffered or BookingRule.Past or BookingRule.OverbookingUsedUp } => false,
        { Rule: BookingRule.Grid, Strength: RuleStrength.Hard } => false,
        { Rule: BookingRule.GapKept } => true,
        _ => !finding.IsTaken,
    };
}
