using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The fields of what says who may come.</summary>
internal static class EligibilityFields
{
    public static PartFields Spacing(YamlStep[] path, SpacingForm? was, SpacingForm next) => new PartFields(path, was is null)
        .Needed("days", was?.Days, next.Days).List("reasons", was?.Reasons, next.Reasons).Text("strength", was?.Strength, next.Strength, "hard");
}
