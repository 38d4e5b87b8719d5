using System.Text;

namespace ContactCenter.Domain.Patients;

/// <summary>
/// How a normalised name word sounds to a French ear, coarsely: two spellings of one name should meet (<c>Lefebvre</c>,
/// <c>Lefèvre</c>), and some different names may. A key for finding candidates, not for deciding.
/// </summary>
public static class NameSound
{
    // In order: a longer spelling stands before the shorter one it contains. Digits are sounds: 1 "in", 2 "an", 3 "on", 4 "ch".
    private static readonly (string Spelling, string Sound)[] Rules =
    [
        ("sch", "4"), ("sh", "4"), ("tch", "4"), ("chr", "kr"), ("chl", "kl"), ("ch", "4"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("rh", "r"), ("kh", "k"),
        ("febv", "fev"), ("febur", "fevr"), ("ebvr", "evr"),
        ("eaux", "o"), ("eau", "o"), ("aulx", "o"), ("ault", "o"), ("auld", "o"), ("au", "o"),
        ("gue", "ge"), ("gui", "gi"), ("guy", "gi"), ("ge", "je"), ("gi", "ji"), ("gy", "ji"), ("gn", "n"),
        ("qu", "k"), ("q", "k"), ("ck", "k"), ("cc", "k"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("sc", "s"), ("c", "k"), ("w", "v"),
        ("oeu", "e"), ("oe", "e"), ("eu", "e"), ("ou", "u"),
        ("aille", "ai"), ("eille", "ei"), ("ille", "i"), ("ill", "i"),
        ("oin", "u1"), ("ien", "i1"), ("yen", "i1"),
        ("aim", "1"), ("ain", "1"), ("eim", "1"), ("ein", "1"),
        ("oi", "ua"), ("oy", "ua"), ("ai", "e"), ("ay", "e"), ("ei", "e"), ("ey", "e"),
        ("y", "i"), ("z", "s"), ("x", "s"), ("h", ""),
    ];

    private static readonly (char Vowel, char Sound)[] Nasals = [('i', '1'), ('u', '1'), ('a', '2'), ('e', '2'), ('o', '3')];

    public static string Of(string word)
    {
        var sound = Respell(word);
        sound = Nasalise(Single(sound));
        sound = sound.Replace("ie", "i", StringComparison.Ordinal);
        var spoken = WithoutSilentEnd(Single(sound));
        return spoken.Length == 0 ? word : spoken;
    }

    private static string Respell(string word)
    {
        var sound = new StringBuilder();
        for (var at = 0; at < word.Length;)
        {
            var rule = Rules.FirstOrDefault(r => string.CompareOrdinal(word, at, r.Spelling, 0, r.Spelling.Length) == 0);
            sound.Append(rule.Spelling is null ? word[at] : rule.Sound);
            at += rule.Spelling?.Length ?? 1;
        }
        return sound.ToString();
    }

    private static string Single(string sound)
    {
        var single = new StringBuilder();
        foreach (var c in sound)
        {
            if (single.Length == 0 || single[^1] != c)
                single.Append(c);
        }
        return single.ToString();
    }

    /// <summary>A vowel before n or m is nasal unless a vowel follows: <c>Martin</c>, but <c>Martine</c>.</summary>
    private static string Nasalise(string sound)
    {
        var nasal = new StringBuilder();
        for (var at = 0; at < sound.Length; at++)
        {
            var sounds = Nasals.FirstOrDefault(n => n.Vowel == sound[at]).Sound;
            if (sounds != default && EndsNasal(sound, at + 1))
            {
                nasal.Append(sounds);
                at++;
            }
            else
            {
                nasal.Append(sound[at]);
            }
        }
        return nasal.ToString();
    }

    private static bool EndsNasal(string sound, int at) =>
        at < sound.Length && sound[at] is 'n' or 'm' && (at + 1 == sound.Length || !IsVowel(sound[at + 1]));

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string WithoutSilentEnd(string sound)
    {
        var end = sound.TrimEnd('e', 's', 't', 'd', 'p');
        return end.Length >= 2 ? end : sound;
    }
}
