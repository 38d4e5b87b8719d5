using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Rules as they are told: how strong, whose, since when.</summary>
internal static class ExplainText
{
    public static string Strength(RuleStrengthView strength) => strength switch
    {
        RuleStrengthView.Soft => FinderWords.Soft,
        RuleStrengthView.Approval => FinderWords.Approval,
        RuleStrengthView.Hard => FinderWords.Hard,
    };

    public static string Tone(RuleStrengthView strength) => strength switch
    {
        RuleStrengthView.Soft => "tag-accent",
        RuleStrengthView.Approval => "tag-warn",
        RuleStrengthView.Hard => "tag-danger",
    };

    /// <summary>Règle de Dr Hélène Martin, depuis le 05/01/2026; null for what is no rule of the practice's.</summary>
    public static string? Source(RuleView rule) => (rule.Author, rule.Since) switch
    {
        (null, _) => null,
        ({ } author, { } since) => Say.With(FinderWords.RuleOfSince, author, since.ToString("d", CultureInfo.CurrentCulture)),
        ({ } author, null) => Say.With(FinderWords.RuleOf, author),
    };
}
