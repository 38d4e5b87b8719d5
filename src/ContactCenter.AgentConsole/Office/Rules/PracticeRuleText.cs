using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>The choices of the forms about what the practice has and how it lets itself be booked.</summary>
internal static class PracticeRuleText
{
    public static IReadOnlyList<(string Key, string Name)> Kinds =>
        [("room", PracticeRuleWords.KindRoom), ("equipment", PracticeRuleWords.KindEquipment), ("staff", PracticeRuleWords.KindStaff)];

    /// <summary>What holds for an opening that says nothing else.</summary>
    public static string GridHint(RulesForm form) => Say.With(PracticeRuleWords.GridHint, form.Span.GridMinutes);

    /// <summary>What becomes of a request that nobody decided.</summary>
    public static IReadOnlyList<(string Key, string Name)> Fallbacks =>
        [("refuse", PracticeRuleWords.FallbackRefuse), ("accept", PracticeRuleWords.FallbackAccept)];
}
