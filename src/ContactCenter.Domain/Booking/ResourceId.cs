namespace ContactCenter.Domain.Booking;

/// <summary>
/// Whatever only one appointment may take at a time: a practitioner, a room, a device, by the name the practice's booking rules give.
/// Practitioners and other resources share one set of names within a practice.
/// </summary>
public readonly record struct ResourceId(string Value)
{
    public static ResourceId Of(PractitionerId practitioner) => new(practitioner.Value);

    public override string ToString() => Value;
}
