using System.Text.RegularExpressions;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>The names by which forms call the fields of the text.</summary>
internal static partial class RuleFields
{
    /// <param name="field">As the server names places: <c>practitioners.dr-martin.openings[2].from</c>.</param>
    public static string Label(string field, RulesForm? form)
    {
        var names = Names(field);
        // Minutes stand by practitioner.
        if (names is [.., "minutes" or "new_patient_minutes", var practitioner] && form is not null)
            return RulesLists.NameOf(form, practitioner);
        for (var from = 0; from < names.Count; from++)
        {
            if (Of(string.Join('.', names.Skip(from))) is { } label)
                return label;
        }

        return names is [.., var last] ? last : field;
    }

    /// <summary>Without indexes and the names that the practice gave.</summary>
    private static List<string> Names(string field)
    {
        List<string> names = [.. Index().Replace(field, "").Split('.')];
        if (names is ["families", _])
            return ["families"];
        if (names.Count > 1 && names[0] is "practitioners" or "reasons" or "quotas" or "overbooking" or "places" or "resources")
            names.RemoveAt(1);
        return names;
    }

    /// <summary>Of the longest end of a place that has a name of its own.</summary>
    private static string? Of(string place) => place switch
    {
        "practitioners.openings" => RulesWords.Openings,
        "quotas.reasons" => RulesWords.ReasonsCounted,
        "quotas.strength" => RulesWords.Beyond,
        "overbooking.strength" => RulesWords.AsksFor,
        "missed_appointments.most" => PracticeRuleWords.MissedMost,
        "missed_appointments.strength" => PracticeRuleWords.MissedThen,
        "gaps.minutes" => RulesWords.GapMinutes,
        "substitutes.name" => RulesWords.SubstituteName,
        "suspensions.rule" => PracticeRuleWords.SuspendedRule,
        "ages.from" or "by_age.from" => RulesWords.AgeFrom,
        "ages.under" or "by_age.under" => RulesWords.AgeUnder,
        "ages.strength" => RulesWords.AgeOther,
        "spacing.days" => RulesWords.SpacingDays,
        "spacing.reasons" => RulesWords.SpacingReasons,
        "spacing.strength" => RulesWords.Sooner,
        "releases.at" => RulesWords.ReleaseAt,
        "releases.before" => RulesWords.ReleaseLength,
        "releases.to" => RulesWords.ReleaseTo,
        "notice_minutes.agent" => PracticeRuleWords.NoticeAgent,
        "notice_minutes.practice" => PracticeRuleWords.NoticePractice,
        "notice_minutes.online" => PracticeRuleWords.NoticeOnline,
        "neighbours.shares" => PracticeRuleWords.NeighboursWith,
        "families" => PracticeRuleWords.FamilyReasons,
        _ => OfLast(place),
    };

    private static string? OfLast(string key) => key switch
    {
        "label" or "name" => RulesWords.Label,
        "days" => RulesWords.Days,
        "from" => RulesWords.From,
        "to" => RulesWords.To,
        "weeks" => RulesWords.Weeks,
        "first" => RulesWords.FirstDay,
        "last" => RulesWords.LastDay,
        "date" => RulesWords.Date,
        "why" => RulesWords.WhyClosed,
        "place" => RulesWords.Place,
        "mode" => RulesWords.Mode,
        "reasons" => RulesWords.Reasons,
        "grid_minutes" => PracticeRuleWords.Grid,
        "kept_for" => RulesWords.KeptPool,
        "releases" => RulesWords.KeptSlots,
        "days_before" => RulesWords.ReleaseDaysBefore,
        "practitioner" => RulesWords.Practitioner,
        "practitioners" => RulesWords.Practitioners,
        "for" => RulesWords.SubstitutedFor,
        "minutes" or "new_patient_minutes" => RulesWords.Minutes,
        "by_age" => RulesWords.MinutesByAge,
        "needs" => RulesWords.Needs,
        "count" => RulesWords.NeedCount,
        "of" => RulesWords.NeedOf,
        "pool" => RulesWords.Pool,
        "charge_cents" => RulesWords.Charge,
        "agents" => RulesWords.Agents,
        "online" => RulesWords.Online,
        "new_patients" or "new_patients.strength" => RulesWords.NewPatients,
        "ages" => RulesWords.Ages,
        "referral" or "referral.strength" => RulesWords.Referral,
        "preparation" => RulesWords.Preparation,
        "documents" => RulesWords.Documents,
        "synonyms" => RulesWords.Synonyms,
        "most" => RulesWords.QuotaMost,
        "per" => RulesWords.QuotaPer,
        "patients" => RulesWords.QuotaPatients,
        "counted" => RulesWords.Counted,
        "lanes" => RulesWords.Lanes,
        "per_day" => RulesWords.MostADay,
        "after" => RulesWords.AfterReasons,
        "before" => RulesWords.BeforeReasons,
        "specialty" => PracticeRuleWords.Specialty,
        "address" => PracticeRuleWords.Address,
        "latitude" => PracticeRuleWords.Latitude,
        "longitude" => PracticeRuleWords.Longitude,
        "kind" => PracticeRuleWords.Kind,
        "openings" => PracticeRuleWords.Presence,
        "months" => PracticeRuleWords.MissedMonths,
        "within" => PracticeRuleWords.ApprovalWithin,
        "otherwise" => PracticeRuleWords.ApprovalOtherwise,
        "author" => PracticeRuleWords.Author,
        "since" => PracticeRuleWords.AuthorSince,
        "zone" => PracticeRuleWords.Zone,
        "holidays" => PracticeRuleWords.Holidays,
        "horizon_days" => PracticeRuleWords.Horizon,
        _ => null,
    };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
