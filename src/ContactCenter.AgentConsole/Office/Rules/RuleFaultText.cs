using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>What forms say of faults: by the names of their fields, and of which part where it is not the one that is open.</summary>
internal static partial class RuleFaultText
{
    private const int MostParts = 4;

    /// <summary>There is no practitioner, reason, resource, place or limit of that name.</summary>
    private static readonly string[] UnknownNames = ["BOK002", "BOK003", "BOK004", "BOK005", "BOK020"];

    public static string Of(RuleFault fault, RulesForm? form) =>
        fault.InForm.Replace(RuleFault.FieldName, fault.Field is { } field ? RuleFields.Label(field, form) : "", StringComparison.Ordinal);

    /// <summary>One sentence for all parts that say the same.</summary>
    public static IReadOnlyList<string> Elsewhere(IEnumerable<RuleFault> faults, RulesForm? form) =>
    [
        .. faults.GroupBy(f => Of(f, form)).Select(same =>
        {
            List<string> parts = [.. same.Select(f => Part(f.Field, form)).OfType<string>().Distinct()];
            var named = string.Join(" ; ", parts.Take(MostParts));
            return parts.Count == 0 ? same.Key
                : Say.With(RulesWords.FaultAt, parts.Count > MostParts ? Say.With(RulesWords.AndMore, named, parts.Count - MostParts) : named, same.Key);
        }),
    ];

    /// <summary>
    /// Why a part stays: every rule that names it, for each has to do without it first, and what else would not hold. Nothing where nothing is wrong.
    /// </summary>
    public static IReadOnlyList<string> NotTakenOut(IReadOnlyList<RuleFault> faults, RulesForm? form)
    {
        var naming = faults.Where(f => UnknownNames.Contains(f.Code)).Select(f => (Fault: f, Part: Part(f.Field, form))).Where(n => n.Part is not null).ToList();
        var others = Elsewhere(faults.Except(naming.Select(n => n.Fault)), form);
        return
        [
            .. naming.Count == 0 ? [] : new[] { Say.With(RulesWords.StillNamed, string.Join(" ; ", naming.Select(n => n.Part).Distinct())) },
            .. others.Count == 0 ? [] : new[] { RulesWords.NotTakenOut }, .. others,
        ];
    }

    /// <summary>The part of the rules that a place lies in, as its list or its form's title calls it; null where there is none.</summary>
    public static string? Part(string? field, RulesForm? form)
    {
        if (field is null || form is null || Place().Match(field) is not { Success: true } place)
            return null;
        var (name, at) = (place.Groups["name"].Value, int.TryParse(place.Groups["at"].Value, CultureInfo.InvariantCulture, out var index) ? index : -1);
        return place.Groups["key"].Value switch
        {
            "practitioners" => form.Practitioners.FirstOrDefault(p => p.Id == name) is not { } whose ? null
                : whose.Openings.ElementAtOrDefault(at) is { } opening ? $"{whose.Name}, {string.Join(' ', opening.Days.Select(RulesText.ShortDay))} {opening.From} – {opening.To}"
                : whose.Name,
            "reasons" => form.Reasons.FirstOrDefault(r => r.Id == name) is { } reason ? Say.With(RulesWords.ReasonOf, reason.Label) : null,
            "families" => Say.With(RulesWords.Family, name),
            "places" => form.Places.FirstOrDefault(p => p.Id == name) is { } where ? Say.With(PracticeRuleWords.Place, where.Name) : null,
            "resources" => form.Resources.FirstOrDefault(r => r.Id == name) is { } resource ? Say.With(PracticeRuleWords.Resource, resource.Name) : null,
            "quotas" => form.Quotas.FirstOrDefault(q => q.Id == name) is { } quota ? Say.With(RulesWords.Quota, quota.Label) : null,
            "overbooking" => form.Overbookings.FirstOrDefault(o => o.Id == name) is { } overbooking ? Say.With(RulesWords.Overbooking, overbooking.Label) : null,
            "closures" => form.Closures.ElementAtOrDefault(at) is { } closure ? Named(RulesWords.Closure, RuleLines.Of(closure, form)) : null,
            "extra_openings" => form.ExtraOpenings.ElementAtOrDefault(at) is { } extra ? Named(RulesWords.Extra, RuleLines.Of(extra, form)) : null,
            "substitutes" => form.Substitutes.ElementAtOrDefault(at) is { } substitute ? Named(RulesWords.Substitute, RuleLines.Of(substitute, form)) : null,
            "suspensions" => form.Suspensions.ElementAtOrDefault(at) is { } suspension ? Named(PracticeRuleWords.Suspension, PracticeRuleLines.Of(suspension, form)) : null,
            "gaps" => form.Gaps.ElementAtOrDefault(at) is { } gap ? RuleLines.Of(gap, form) : null,
            "missed_appointments" => PracticeRuleWords.Missed,
            "neighbours" => PracticeRuleWords.Neighbours,
            "approval" => PracticeRuleWords.Approval,
            "author" or "since" or "zone" or "holidays" => PracticeRuleWords.Head,
            "grid_minutes" or "horizon_days" or "notice_minutes" => PracticeRuleWords.Span,
            _ => null,
        };
    }

    private static string Named(string kind, string line) => $"{kind} {line}";

    [GeneratedRegex(@"^(?<key>[^.\[]+)(?:\.(?<name>[^.\[]+)(?:\.openings)?)?(?:\[(?<at>\d+)\])?")]
    private static partial Regex Place();
}
