using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The fields of a visit reason: its minutes stand by practitioner.</summary>
internal static class ReasonFields
{
    /// <param name="there">As it is written; null for a new one.</param>
    public static PartFields Of(YamlStep[] path, ScriptMapping? there, ReasonForm? was, ReasonForm next) => new PartFields(path, was is null)
        .Needed("label", was?.Label, next.Label).List("synonyms", was?.Synonyms, next.Synonyms)
        .Table("minutes", Usual(was?.Minutes), Usual(next.Minutes), isNeeded: true)
        .Table("new_patient_minutes", First(was?.Minutes), First(next.Minutes))
        .Rows("by_age", was?.ByAge, next.ByAge, AgeMinutes)
        .Inner("ages", was?.Ages, next.Ages, EligibilityFields.Ages)
        .NewPatients(there, was?.NewPatients, next.NewPatients)
        .Referral(there, was?.Referral, next.Referral)
        .Inner("spacing", was?.Spacing, next.Spacing, EligibilityFields.Spacing)
        .Text("agents", was?.Agents, next.Agents, "at_once").Text("online", was?.Online, next.Online, "no")
        .Text("mode", was?.Mode, next.Mode, "office").Text("pool", was?.Pool, next.Pool).Rows("needs", was?.Needs, next.Needs, Need)
        .List("preparation", was?.Preparation, next.Preparation).List("documents", was?.Documents, next.Documents)
        .Text("charge_cents", was?.ChargeCents, next.ChargeCents);

    private static PartFields AgeMinutes(YamlStep[] path, AgeMinutesForm? was, AgeMinutesForm next) => new PartFields(path, was is null)
        .Text("from", was?.From, next.From).Text("under", was?.Under, next.Under)
        .Table("minutes", Usual(was?.Minutes), Usual(next.Minutes), isNeeded: true)
        .Table("new_patient_minutes", First(was?.Minutes), First(next.Minutes));

    private static PartFields Need(YamlStep[] path, NeedForm? was, NeedForm next) => new PartFields(path, was is null)
        .Text("count", was?.Count, next.Count, "1").List("of", was?.Of, next.Of, isNeeded: true);

    private static List<(string Name, string Value)> Usual(IReadOnlyList<MinutesForm>? minutes) => Written(minutes, m => m.Minutes);

    private static List<(string Name, string Value)> First(IReadOnlyList<MinutesForm>? minutes) => Written(minutes, m => m.NewPatientMinutes);

    private static List<(string Name, string Value)> Written(IReadOnlyList<MinutesForm>? minutes, Func<MinutesForm, string?> of) =>
    [
        .. (minutes ?? []).Where(m => m?.PractitionerId is not null && !string.IsNullOrWhiteSpace(of(m))).Select(m => (m.PractitionerId, of(m)!.Trim())),
    ];
}
