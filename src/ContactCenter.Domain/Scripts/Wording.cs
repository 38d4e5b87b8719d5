using System.Globalization;
using System.Text;

namespace ContactCenter.Domain.Scripts;

/// <summary>
/// Words as they are compared with the words of a script: without accents, case and punctuation. <c>J'ai très mal</c> becomes
/// <c>j ai tres mal</c>.
/// </summary>
public sealed class Wording
{
    private Wording(string[] words) => Words = words;

    public IReadOnlyList<string> Words { get; }

    public static Wording Of(string text) => new(Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// True when the words of <paramref name="phrase"/> stand here one after the other. A long word may differ by a slip: one from
    /// five letters on, two from nine on.
    /// </summary>
    public bool Contains(Wording phrase)
    {
        var length = phrase.Words.Count;
        for (var start = 0; length > 0 && start + length <= Words.Count; start++)
        {
            if (StandsAt(start, phrase))
                return true;
        }

        return false;
    }

    /// <summary>
    /// True when the words of <paramref name="phrase"/> that carry meaning, those of four letters and more, all occur here in any
    /// order; a phrase without such words must stand here as it is.
    /// </summary>
    public bool Mentions(Wording phrase)
    {
        var telling = phrase.Words.Where(w => w.Length >= 4).ToList();
        return telling.Count == 0 ? Contains(phrase) : telling.TrueForAll(t => Words.Any(w => Alike(w, t)));
    }

    /// <summary>True when the words of <paramref name="phrase"/> stand here, letter by letter, one after the other.</summary>
    public bool Quotes(Wording phrase) =>
        $" {string.Join(' ', Words)} ".Contains($" {string.Join(' ', phrase.Words)} ", StringComparison.Ordinal);

    public override string ToString() => $"{Words.Count} words";

    private bool StandsAt(int start, Wording phrase)
    {
        for (var i = 0; i < phrase.Words.Count; i++)
        {
            if (!Alike(Words[start + i], phrase.Words[i]))
                return false;
        }

        return true;
    }

    private static bool Alike(string heard, string written)
    {
        var slips = written.Length >= 9 ? 2 : written.Length >= 5 ? 1 : 0;
        return slips == 0 ? heard == written : Spelling.Distance(heard, written, slips) <= slips;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (c is 'œ' or 'Œ')
                folded.Append("oe");
            else if (c is 'æ' or 'Æ')
                folded.Append("ae");
            else
                folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return folded.ToString();
    }
}
