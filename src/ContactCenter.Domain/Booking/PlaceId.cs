namespace ContactCenter.Domain.Booking;

/// <summary>Where a practice consults, by the name its booking rules give. Unique within a practice.</summary>
public readonly record struct PlaceId(string Value)
{
    public override string ToString() => Value;
}
