namespace ContactCenter.Domain.Booking;

/// <summary>Why the patient comes, by the name the practice's booking rules give: <c>consultation</c>. Unique within a practice.</summary>
public readonly record struct VisitReasonId(string Value)
{
    public override string ToString() => Value;
}
