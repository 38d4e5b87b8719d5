using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The fields of what limits how many and how close.</summary>
internal static class LimitFields
{
    public static PartFields Quota(YamlStep[] path, QuotaForm? was, QuotaForm next) => new PartFields(path, was is null)
        .Needed("label", was?.Label, next.Label).List("practitioners", was?.Practitioners, next.Practitioners)
        .Text("counted", was?.Counted, next.Counted, "each").List("reasons", was?.Reasons, next.Reasons)
        .Text("patients", was?.Patients, next.Patients, "all").Needed("per", was?.Per, next.Per).Needed("most", was?.Most, next.Most)
        .Text("strength", was?.Strength, next.Strength, "hard");

    public static PartFields Overbooking(YamlStep[] path, OverbookingForm? was, OverbookingForm next) => new PartFields(path, was is null)
        .Needed("label", was?.Label, next.Label).Needed("practitioner", was?.PractitionerId, next.PractitionerId)
        .List("reasons", was?.Reasons, next.Reasons).Text("lanes", was?.Lanes, next.Lanes, "1").Needed("per_day", was?.PerDay, next.PerDay)
        .Text("from", was?.From, next.From).Text("to", was?.To, next.To).Text("strength", was?.Strength, next.Strength, "soft");

    public static PartFields Gap(YamlStep[] path, GapForm? was, GapForm next) => new PartFields(path, was is null)
        .List("after", was?.After, next.After).List("before", was?.Before, next.Before).Needed("minutes", was?.Minutes, next.Minutes);
}
