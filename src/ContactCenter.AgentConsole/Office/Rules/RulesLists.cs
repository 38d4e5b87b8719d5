using System.Globalization;
using System.Text;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>What can be chosen in the forms, and how lists are written in one field.</summary>
internal static class RulesLists
{
    public static IReadOnlyList<(string Key, string Name)> Places(RulesForm form) =>
        [("", RulesWords.NoPlace), .. form.Places.Select(p => (p.Id, p.Name))];

    /// <summary>Families stand before the reasons.</summary>
    public static IReadOnlyList<(string Key, string Name)> Reasons(RulesForm form) =>
        [.. form.Families.Select(f => (f.Id, Screen.Say.With(RulesWords.Family, f.Id))), .. form.Reasons.Select(r => (r.Id, r.Label))];

    public static IReadOnlyList<(string Key, string Name)> Practitioners(RulesForm form) => [.. form.Practitioners.Select(p => (p.Id, p.Name))];

    public static IReadOnlyList<(string Key, string Name)> Resources(RulesForm form) => [.. form.Resources.Select(r => (r.Id, r.Name))];

    /// <summary>For what slots are kept.</summary>
    public static IReadOnlyList<string> Pools(RulesForm form) =>
    [
        .. form.Reasons.Select(r => r.Pool).Concat(form.Practitioners.SelectMany(p => p.Openings).Select(o => o.KeptFor))
            .Concat(form.ExtraOpenings.Select(e => e.KeptFor)).Where(p => p.Length > 0)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>A pool as the text names it: one that somebody enters in words gets a short name.</summary>
    public static string Pool(string entered) => entered.Trim() is var name && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
        ? name
        : IdOf(name, [], name);

    public static string NameOf(RulesForm form, string practitioner) =>
        form.Practitioners.FirstOrDefault(p => p.Id == practitioner)?.Name ?? practitioner;

    public static string ReasonsOf(RulesForm form, IReadOnlyList<string> reasons) => reasons.Count == 0
        ? RulesWords.AllReasons
        : string.Join(", ", reasons.Select(r => Reasons(form).FirstOrDefault(known => known.Key == r).Name ?? r));

    /// <summary>Quotas and overbooking share their names, by which a suspension lifts them.</summary>
    public static IReadOnlyCollection<string> LimitIds(RulesForm form) => [.. form.Quotas.Select(q => q.Id), .. form.Overbookings.Select(o => o.Id)];

    /// <summary>What a suspension may lift.</summary>
    public static IReadOnlyList<(string Key, string Name)> Limits(RulesForm form) =>
        [.. form.Quotas.Select(q => (q.Id, q.Label)), .. form.Overbookings.Select(o => (o.Id, o.Label))];

    /// <summary>One to a line.</summary>
    public static string Write(IReadOnlyList<string> lines) => string.Join('\n', lines);

    public static IReadOnlyList<string> Read(string lines) => [.. lines.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct()];

    /// <summary>Other practices, one to a line, by the names that the text gives them: "Pédiatrie du Canal" is <c>pediatrie-du-canal</c>.</summary>
    public static IReadOnlyList<string> Practices(string lines) => [.. Read(lines).Select(l => IdOf(l, [], l)).Distinct()];

    /// <summary>A short name that something new bears in the text, made of its label.</summary>
    /// <param name="otherwise">When nothing of the label can be in such a name.</param>
    public static string IdOf(string label, IReadOnlyCollection<string> taken, string otherwise)
    {
        var plain = label.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var words = string.Join('-', string.Concat(plain).Split('-', StringSplitOptions.RemoveEmptyEntries));
        var id = string.Concat(words.SkipWhile(c => !char.IsAsciiLetter(c)));
        id = id.Length == 0 ? otherwise : id[..Math.Min(40, id.Length)].TrimEnd('-');
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? id : $"{id}-{n}").First(name => !taken.Contains(name));
    }
}
