namespace ContactCenter.Domain.Practices;

/// <summary>A phone number answered for a practice.</summary>
public readonly record struct PhoneLineId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
