namespace ContactCenter.Domain.Booking;

/// <summary>An exclusive, expiring claim on a slot, bound to a live call or to an offer to a waiting patient.</summary>
public readonly record struct HoldId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
