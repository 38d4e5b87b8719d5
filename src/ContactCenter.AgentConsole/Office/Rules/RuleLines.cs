using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>A part of the rules in one line, as the lists show it.</summary>
internal static class RuleLines
{
    public static string Of(ClosureForm closure, RulesForm form) =>
        Joined(Days(closure.First, closure.Last), closure.Why, Whose(closure.Practitioners, form) ?? RulesWords.Everybody);

    public static string Of(ExtraOpeningForm extra, RulesForm form) => Joined(
        $"{RulesText.Date(extra.Date)} {extra.From} – {extra.To}", RulesLists.NameOf(form, extra.PractitionerId), extra.Why,
        extra.KeptFor.Length == 0 ? null : Say.With(RulesWords.KeptFor, extra.KeptFor));

    public static string Of(SubstituteForm substitute, RulesForm form) => Joined(
        Days(substitute.First, substitute.Last), Say.With(RulesWords.InsteadOf, substitute.Name, RulesLists.NameOf(form, substitute.PractitionerId)),
        For(substitute.Reasons, form), substitute.KnownPatientsOnly ? RulesWords.KnownOnly : null,
        substitute.Ages is { } ages ? WrittenAmount.AgesShown(ages.From, ages.Under) : null);

    public static string Of(QuotaForm quota, RulesForm form) => Joined(
        quota.Label, Say.With(quota.Per == "week" ? RulesWords.MostPerWeek : RulesWords.MostPerDay, quota.Most),
        Whose(quota.Practitioners, form), For(quota.Reasons, form), quota.Patients == "all" ? null : Within(RulesText.CountedPatients, quota.Patients),
        quota.Counted == "each" ? null : Within(RulesText.Counts, quota.Counted),
        Say.With(RulesWords.BeyondIs, Within(RulesText.Strengths, quota.Strength)));

    public static string Of(GapForm gap, RulesForm form) => Joined(
        Say.With(RulesWords.GapFree, gap.Minutes), For(gap.After, form) is { } after ? Say.With(RulesWords.AfterThese, after) : null,
        For(gap.Before, form) is { } before ? Say.With(RulesWords.BeforeThese, before) : null);

    public static string Of(OverbookingForm overbooking, RulesForm form) => Joined(
        overbooking.Label, RulesLists.NameOf(form, overbooking.PractitionerId), For(overbooking.Reasons, form),
        Say.With(RulesWords.LanesAtATime, overbooking.Lanes), Say.With(RulesWords.MostPerDay, overbooking.PerDay),
        overbooking.From.Length + overbooking.To.Length == 0 ? null : Say.With(RulesWords.Hourly, overbooking.From, overbooking.To),
        Within(RulesText.OverbookingStrengths, overbooking.Strength));

    public static string Of(AgesForm? ages) =>
        ages is null ? RulesWords.AgesAll : Joined(WrittenAmount.AgesShown(ages.From, ages.Under), Say.With(RulesWords.Otherwise, Within(RulesText.Strengths, ages.Strength)));

    public static string Of(ReleaseForm release, RulesForm form)
    {
        var to = For(release.To, form) ?? RulesWords.OpensToAll;
        return (release.Before, release.DaysBefore) switch
        {
            ({ Length: > 0 } before, _) => Say.With(RulesWords.OpensBefore, WrittenAmount.LengthShown(before), to),
            (_, "0") => Say.With(RulesWords.OpensSameDay, release.At, to),
            (_, "1") => Say.With(RulesWords.OpensDayBefore, release.At, to),
            var (_, days) => Say.With(RulesWords.OpensDays, days, release.At, to),
        };
    }

    public static string Joined(params IEnumerable<string?> words) => string.Join(" · ", words.Where(w => w is { Length: > 0 }));

    private static string? Whose(IReadOnlyList<string> practitioners, RulesForm form) =>
        practitioners.Count == 0 ? null : string.Join(", ", practitioners.Select(p => RulesLists.NameOf(form, p)));

    private static string? For(IReadOnlyList<string> reasons, RulesForm form) => reasons.Count == 0 ? null : RulesLists.ReasonsOf(form, reasons);

    /// <summary>The name of a choice as it stands in a line.</summary>
    public static string Within(IReadOnlyList<(string Key, string Name)> choices, string key) =>
        choices.FirstOrDefault(c => c.Key == key).Name is { } name ? char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..] : key;

    public static string Days(string first, string last) =>
        last.Length == 0 || last == first ? RulesText.Date(first) : Say.With(RulesWords.FromTo, RulesText.Date(first), RulesText.Date(last));
}
