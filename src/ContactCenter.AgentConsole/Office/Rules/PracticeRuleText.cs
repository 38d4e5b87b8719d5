using System.Text.Json;
using ContactCenter.AgentConsole.Office.Agreements;
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

    public static IReadOnlyList<(string Key, string Name)> Sharing =>
        [("all", PracticeRuleWords.SharesAll), ("named", PracticeRuleWords.SharesNamed), ("no", PracticeRuleWords.SharesNo)];

    /// <summary>Where practices are, and what is written where it is none of these.</summary>
    public static IReadOnlyList<(string Key, string Name)> Zones(string written) => With(written, [.. AgreementText.Zones.Select(z => (z, z))]);

    /// <summary>Whose public holidays are kept.</summary>
    public static IReadOnlyList<(string Key, string Name)> Regions(string written) =>
        With(written, [.. AgreementText.Regions.Select(r => (JsonNamingPolicy.SnakeCaseLower.ConvertName(r.Key), r.Name))]);

    private static IReadOnlyList<(string Key, string Name)> With(string written, IReadOnlyList<(string Key, string Name)> choices) =>
        choices.Any(c => c.Key == written) ? choices : [(written, written), .. choices];

    /// <summary>What becomes of a request that nobody decided.</summary>
    public static IReadOnlyList<(string Key, string Name)> Fallbacks =>
        [("refuse", PracticeRuleWords.FallbackRefuse), ("accept", PracticeRuleWords.FallbackAccept)];
}
