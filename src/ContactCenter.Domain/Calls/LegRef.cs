namespace ContactCenter.Domain.Calls;

/// <summary>One party's connection, in the telephony vendor's own opaque words.</summary>
public readonly record struct LegRef(string Value)
{
    public override string ToString() => Value;
}
