using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Consoles;
using NodaTime.Text;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The values of faults as forms show them: things by what they are called, other openings by their hours, and lengths and dates as people write them.</summary>
internal sealed partial class ShownValues
{
    private readonly Dictionary<string, string> _names = [];
    private readonly ScriptMapping? _script;
    private readonly CultureInfo _culture;

    /// <param name="script">The text as it is now; null when it cannot be read.</param>
    /// <param name="standing">The rules in force, which still name what the text drops.</param>
    public ShownValues(ScriptMapping? script, BookingBook? standing, string culture)
    {
        (_script, _culture) = (script, CultureInfo.GetCultureInfo(Culture.IsEnglish(culture) ? "en-GB" : "fr-FR"));
        foreach (var (key, name) in new[] { ("reasons", "label"), ("practitioners", "name"), ("resources", "name"), ("places", "name"), ("quotas", "label"), ("overbooking", "label") })
        {
            foreach (var entry in (script?.Find(key) as ScriptMapping)?.Entries ?? [])
                Add(entry.Key, ((entry.Value as ScriptMapping)?.Find(name) as ScriptScalar)?.Text);
        }

        if (standing is not null)
            AddAll(standing);
    }

    public string Of(string value)
    {
        if (_names.TryGetValue(value, out var name))
            return name;
        if (Place().Match(value) is { Success: true } place)
            return Hours(int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture)) ?? value;
        if (LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var date))
            return date.ToString("d", _culture);
        return value.Contains(", ", StringComparison.Ordinal) && value.Split(", ") is var all && all.All(_names.ContainsKey) ? string.Join(", ", all.Select(n => _names[n])) : value;
    }

    /// <summary>A length of time, such as 90m.</summary>
    public static string LengthOf(string value) =>
        Length().Match(value) is { Success: true } length ? $"{length.Groups[1].Value} {(length.Groups[2].Value == "m" ? "min" : "h")}" : value;

    /// <summary>An age, such as 18m.</summary>
    public string AgeOf(string value)
    {
        if (Age().Match(value) is not { Success: true } age)
            return value;
        var (count, isMonths, isEnglish) = (age.Groups[1].Value, age.Groups[2].Value == "m", _culture.TwoLetterISOLanguageName == "en");
        return (isMonths, isEnglish, count == "1") switch
        {
            (true, false, _) => $"{count} mois",
            (true, true, var isOne) => isOne ? "1 month" : $"{count} months",
            (false, false, var isOne) => isOne ? "1 an" : $"{count} ans",
            (false, true, var isOne) => isOne ? "1 year" : $"{count} years",
        };
    }

    private void AddAll(BookingBook standing)
    {
        foreach (var reason in standing.Reasons.Values)
            Add(reason.Id.Value, reason.Label);
        foreach (var practitioner in standing.Practitioners.Values)
            Add(practitioner.Id.Value, practitioner.Name);
        foreach (var resource in standing.Resources.Values)
            Add(resource.Id.Value, resource.Name);
        foreach (var place in standing.Places.Values)
            Add(place.Id.Value, place.Name);
        foreach (var (id, label) in standing.Quotas.Select(q => (q.Name, q.Label)).Concat(standing.Overbookings.Select(o => (o.Name, o.Label))))
            Add(id, label);
    }

    private void Add(string id, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
            _names.TryAdd(id, name);
    }

    private string? Hours(int line, int column)
    {
        ScriptNode? at = _script;
        foreach (var step in Steps().Matches(_script is null ? "" : ScriptPath.Of(_script, line, column) ?? "").Select(m => m.Groups))
        {
            at = step["index"] is { Success: true } index
                ? (at as ScriptSequence)?.Items.ElementAtOrDefault(int.Parse(index.Value, CultureInfo.InvariantCulture))
                : (at as ScriptMapping)?.Find(step["key"].Value);
        }

        return at is ScriptMapping opening && opening.Find("from") is ScriptScalar from && opening.Find("to") is ScriptScalar to ? $"{from.Text} – {to.Text}" : null;
    }

    [GeneratedRegex(@"^[^\s]+\.yaml\((\d{1,7}),(\d{1,7})\)$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(\d+)([mh])$")]
    private static partial Regex Length();

    [GeneratedRegex(@"^(\d+)([ym]?)$")]
    private static partial Regex Age();

    [GeneratedRegex(@"\[(?<index>\d+)\]|(?<key>[^.\[\]]+)")]
    private static partial Regex Steps();
}
