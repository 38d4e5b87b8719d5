namespace ContactCenter.Domain.Booking;

/// <summary>A room, a device or a member of staff that appointments take beside the practitioner.</summary>
/// <param name="Openings">When it is there; empty means always.</param>
public sealed record BookableResource(ResourceId Id, string Name, ResourceKind Kind, PlaceId? Place, IReadOnlyList<OpeningRule> Openings, RuleSource Source);

public enum ResourceKind
{
    Room,
    Equipment,
    Staff,
}
