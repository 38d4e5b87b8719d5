namespace ContactCenter.Domain.Booking;

/// <summary>A practitioner, by the name the practice's booking rules give: <c>dr-martin</c>. Unique within a practice.</summary>
public readonly record struct PractitionerId(string Value)
{
    public override string ToString() => Value;
}
