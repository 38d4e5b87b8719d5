using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>What the practice has and how it lets itself be booked, each part in one line.</summary>
internal static class PracticeRuleLines
{
    public static string Of(PractitionerForm practitioner) => RuleLines.Joined(practitioner.Name, practitioner.Specialty);

    public static string Of(PlaceForm place) =>
        RuleLines.Joined(place.Name, place.Address, place.Latitude.Length + place.Longitude.Length == 0 ? PracticeRuleWords.NoPosition : null);

    public static string Of(ResourceForm resource, RulesForm form) => RuleLines.Joined(
        resource.Name, RuleLines.Within(PracticeRuleText.Kinds, resource.Kind),
        resource.Place.Length == 0 ? null : form.Places.FirstOrDefault(p => p.Id == resource.Place)?.Name ?? resource.Place,
        resource.Openings.Count == 0 ? PracticeRuleWords.Always : string.Join(", ", resource.Openings.Select(Of)));

    public static string Of(FamilyForm family, RulesForm form) => RuleLines.Joined(family.Id, RulesLists.ReasonsOf(form, family.Reasons));

    public static string Of(SuspensionForm suspension, RulesForm form) => RuleLines.Joined(
        RulesLists.Limits(form).FirstOrDefault(l => l.Key == suspension.Rule).Name ?? suspension.Rule, RuleLines.Days(suspension.First, suspension.Last), suspension.Why);

    public static string Of(MissedForm missed) =>
        Say.With(PracticeRuleWords.MissedLine, missed.Most, missed.Months, RuleLines.Within(RulesText.Strengths, missed.Strength));

    public static string Of(ApprovalForm approval) =>
        Say.With(PracticeRuleWords.ApprovalLine, WrittenAmount.LengthShown(approval.Within), RuleLines.Within(PracticeRuleText.Fallbacks, approval.Otherwise));

    public static string Of(NeighboursForm neighbours, RulesForm form) => neighbours.Shares == "no" ? PracticeRuleWords.NeighboursNone : RuleLines.Joined(
        neighbours.Shares == "all" ? PracticeRuleWords.NeighboursAll : Say.With(PracticeRuleWords.NeighboursNamed, string.Join(", ", neighbours.With)),
        neighbours.Reasons.Count == 0 ? PracticeRuleWords.NeighboursAnyReason : RulesLists.ReasonsOf(form, neighbours.Reasons));

    public static string Of(HeadForm head) => RuleLines.Joined(
        Say.With(PracticeRuleWords.AuthorLine, head.Author, RulesText.Date(head.Since)), head.Zone,
        Say.With(PracticeRuleWords.HolidaysLine, PracticeRuleText.Regions(head.Holidays).First(r => r.Key == head.Holidays).Name));

    public static string Of(BookingSpanForm span) => RuleLines.Joined(
        Say.With(PracticeRuleWords.GridLine, span.GridMinutes), Say.With(PracticeRuleWords.HorizonLine, span.HorizonDays),
        Notice(PracticeRuleWords.NoticeAgentLine, span.AgentNotice), Notice(PracticeRuleWords.NoticePracticeLine, span.PracticeNotice),
        Notice(PracticeRuleWords.NoticeOnlineLine, span.OnlineNotice));

    private static string Of(PresenceForm presence) =>
        $"{string.Join(' ', presence.Days.Select(RulesText.ShortDay))} {presence.From} – {presence.To}{(presence.Weeks == "every" ? "" : $" ({RulesText.Weeks(presence.Weeks)})")}";

    private static string? Notice(string line, string minutes) => minutes.Length == 0 ? null : Say.With(line, minutes);
}
