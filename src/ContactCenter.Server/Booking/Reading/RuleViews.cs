using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>Findings as they go to the screen: what the rule says, whose it is, what would help.</summary>
internal static class RuleViews
{
    public static IReadOnlyList<RuleView> Of(IEnumerable<Finding> findings, BookingScene scene) =>
        [.. findings.OrderByDescending(f => f.Strength).ThenBy(f => f.Rule).Select(f => Of(f, scene))];

    private static RuleView Of(Finding finding, BookingScene scene)
    {
        var (sentence, remedy) = BookingWords.Of(finding, scene);
        return new RuleView(
            $"{finding.Rule}", Strength(finding.Strength), sentence, remedy, finding.Until is { } until ? scene.Local(until) : null,
            finding.Source?.Author, finding.Source?.Since.ToDateOnly(), finding.Source?.Span.ToString());
    }

    private static RuleStrengthView Strength(RuleStrength strength) => strength switch
    {
        RuleStrength.Soft => RuleStrengthView.Soft,
        RuleStrength.Approval => RuleStrengthView.Approval,
        RuleStrength.Hard => RuleStrengthView.Hard,
    };
}
