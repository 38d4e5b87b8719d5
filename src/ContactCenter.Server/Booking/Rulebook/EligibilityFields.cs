using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The fields of what says who may come.</summary>
internal static class EligibilityFields
{
    public static PartFields Ages(YamlStep[] path, AgesForm? was, AgesForm next) => new PartFields(path, was is null)
        .Text("from", was?.From, next.From).Text("under", was?.Under, next.Under).Text("strength", was?.Strength, next.Strength, "hard");

    public static PartFields Band(YamlStep[] path, AgeBandForm? was, AgeBandForm next) => new PartFields(path, was is null)
        .Text("from", was?.From, next.From).Text("under", was?.Under, next.Under);

    public static PartFields Referral(YamlStep[] path, ReferralForm? was, ReferralForm next) => new PartFields(path, was is null)
        .Needed("needed", was is null ? null : "true", "true").Text("strength", was?.Strength, next.Strength, "hard");

    public static PartFields Spacing(YamlStep[] path, SpacingForm? was, SpacingForm next) => new PartFields(path, was is null)
        .Needed("days", was?.Days, next.Days).List("reasons", was?.Reasons, next.Reasons).Text("strength", was?.Strength, next.Strength, "hard");
}
