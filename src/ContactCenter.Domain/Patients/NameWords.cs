using System.Globalization;
using System.Text;

namespace ContactCenter.Domain.Patients;

/// <summary>
/// Names as they are compared: lower-case ASCII letters, no accents, split at spaces, hyphens and apostrophes. A compound
/// also counts as one word, with and without its leading particles: <c>de La Tour</c> gives <c>tour</c>, <c>latour</c> and <c>delatour</c>.
/// </summary>
public static class NameWords
{
    private static readonly HashSet<string> Particles =
        ["d", "da", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "al", "l", "la", "las", "le", "les", "los", "van", "von", "y"];

    /// <summary>The words under which a stored name is found. A name of particles alone (<c>Le</c>) keeps them.</summary>
    public static IReadOnlySet<string> Of(string? name)
    {
        var words = Split(name);
        var bare = words.Where(w => !Particles.Contains(w)).ToList();
        var found = new HashSet<string>(bare.Count > 0 ? bare : words);
        found.Add(string.Concat(bare));
        for (var start = 0; start < words.Count && words.Take(start).All(Particles.Contains); start++)
            found.Add(string.Concat(words.Skip(start)));
        found.Remove("");
        return found;
    }

    /// <summary>The words of a search, in order, particles left out unless there is nothing else.</summary>
    public static IReadOnlyList<string> Asked(string? text)
    {
        var words = Split(text);
        var bare = words.Where(w => !Particles.Contains(w)).ToList();
        return bare.Count > 0 ? bare : words;
    }

    private static List<string> Split(string? name)
    {
        var letters = new StringBuilder();
        foreach (var c in (name ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
            letters.Append(Plain(c));
        return [.. letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Plain(char c) => c switch
    {
        >= 'a' and <= 'z' => c.ToString(),
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'đ' => "d",
        'ł' => "l",
        'ı' => "i",
        _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => "",
        _ => " ",
    };
}
