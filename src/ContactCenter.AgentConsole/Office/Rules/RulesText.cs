using System.Globalization;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>What is said about rules.</summary>
internal static class RulesText
{
    public static string InForce(RulesInForce rules)
    {
        var since = rules.Since is { } at ? Say.With(RulesWords.Since, SlotText.Date(at), SlotText.Time(at)) : "";
        return $"{Say.With(RulesWords.InForceVersion, rules.Version)}{since}{(rules.By is { } by ? Say.With(RulesWords.ByWhom, by) : "")}";
    }

    public static string State(RulesVersionState state) => state switch
    {
        RulesVersionState.InForce => RulesWords.IsInForce,
        RulesVersionState.Past => RulesWords.IsPast,
        RulesVersionState.NotTaken => RulesWords.NotTaken,
    };

    public static string Dropped(DroppedRule dropped) => Say.With(
        dropped.Kind switch
        {
            DroppedKind.Reason => RulesWords.DroppedReason,
            DroppedKind.Practitioner => RulesWords.DroppedPractitioner,
            DroppedKind.Resource => RulesWords.DroppedResource,
        },
        dropped.Name, dropped.Appointments);

    public static string Way(RehearsedWay way)
    {
        var verdict = way.Verdict switch
        {
            RehearsedVerdict.AtOnce => RulesWords.AtOnce,
            RehearsedVerdict.WithReason => RulesWords.WithReason,
            RehearsedVerdict.WithApproval => RulesWords.WithApproval,
            RehearsedVerdict.Refused => RulesWords.IsRefused,
        };
        return way.Minutes is { } minutes ? Say.With(RulesWords.WayAndMinutes, verdict, minutes) : verdict;
    }

    public static IReadOnlyList<string> Days { get; } = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static string Day(string day) => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var known)
        ? CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(known)
        : day;

    public static string ShortDay(string day) => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var known)
        ? CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(known)
        : day;

    public static string Date(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d", CultureInfo.CurrentCulture)
            : written;

    /// <summary>A time as the file writes it: events of the browser bear seconds.</summary>
    public static string Time(string entered) =>
        TimeOnly.TryParseExact(entered, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : entered;

    public static string Weeks(string weeks) => Named(Parities, weeks);

    public static string Mode(string mode) => Named(Modes, mode);

    public static string Permission(string permission) => Named(Permissions, permission);

    public static IReadOnlyList<(string Key, string Name)> Parities =>
        [("every", RulesWords.EveryWeek), ("odd", RulesWords.OddWeeks), ("even", RulesWords.EvenWeeks)];

    public static IReadOnlyList<(string Key, string Name)> Modes =>
        [("office", RulesWords.ModeOffice), ("tele", RulesWords.ModeTele), ("home_visit", RulesWords.ModeHome), ("walk_in", RulesWords.ModeWalkIn)];

    /// <summary>Walk-in hours take no appointments.</summary>
    public static IReadOnlyList<(string Key, string Name)> BookableModes => [.. Modes.Where(m => m.Key != "walk_in")];

    public static IReadOnlyList<(string Key, string Name)> Permissions =>
        [("at_once", RulesWords.MayAtOnce), ("with_approval", RulesWords.MayWithApproval), ("no", RulesWords.MayNot)];

    public static IReadOnlyList<(string Key, string Name)> NewPatients =>
        [("yes", RulesWords.NewYes), ("soft", RulesWords.NewSoft), ("approval", RulesWords.NewApproval), ("hard", RulesWords.NewNo)];

    /// <summary>What a rule that is not met does to a booking.</summary>
    public static IReadOnlyList<(string Key, string Name)> Strengths =>
        [("hard", RulesWords.Impossible), ("soft", RulesWords.NewSoft), ("approval", RulesWords.NewApproval)];

    /// <summary>What is intended cannot be impossible.</summary>
    public static IReadOnlyList<(string Key, string Name)> OverbookingStrengths => [.. Strengths.Where(s => s.Key != "hard")];

    /// <summary>Whether somebody must have sent the patient, as one choice: nothing where nobody need have.</summary>
    public static IReadOnlyList<(string Key, string Name)> Referrals =>
        [("", RulesWords.ReferralNo), ("hard", RulesWords.ReferralHard), ("soft", RulesWords.ReferralSoft), ("approval", RulesWords.ReferralApproval)];

    public static IReadOnlyList<(string Key, string Name)> Periods => [("day", RulesWords.PerDay), ("week", RulesWords.PerWeek)];

    public static IReadOnlyList<(string Key, string Name)> Counts => [("each", RulesWords.CountedEach), ("together", RulesWords.CountedTogether)];

    public static IReadOnlyList<(string Key, string Name)> CountedPatients => [("all", RulesWords.PatientsAll), ("new", RulesWords.PatientsNew)];

    /// <summary>How new patients are taken, as one choice.</summary>
    public static string Choice(NewPatientsForm form) => form.Accepted ? "yes" : form.Strength;

    public static string NewPatientsOf(NewPatientsForm form) => Named(NewPatients, Choice(form));

    public static NewPatientsForm Chosen(string choice) => choice == "yes" ? new(true, "hard") : new(false, choice);

    private static string Named(IReadOnlyList<(string Key, string Name)> names, string key) => names.FirstOrDefault(n => n.Key == key).Name ?? key;
}
