namespace ContactCenter.Domain.Calls;

/// <summary>One proposal of one call to one agent.</summary>
public readonly record struct OfferId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
