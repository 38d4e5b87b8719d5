using System.Globalization;
using System.Text;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Finds visit reasons by the beginnings of words, of the label first and of patients' synonyms next; accents and case do not matter.</summary>
internal static class ReasonMatch
{
    public static List<VisitReasonView> Of(IReadOnlyList<VisitReasonView> reasons, string typed)
    {
        var words = Parts(typed);
        return
        [
            .. from reason in reasons
               let rank = words.Length == 0 || Begins(reason.Label, words) ? 0 : reason.Synonyms.Any(s => Begins(s, words)) ? 1 : 2
               where rank < 2
               orderby rank
               select reason,
        ];
    }

    private static bool Begins(string text, string[] words)
    {
        var parts = Parts(text);
        return words.All(word => parts.Any(part => part.StartsWith(word, StringComparison.Ordinal)));
    }

    private static string[] Parts(string text) => Plain(text).Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
