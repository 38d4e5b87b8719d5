namespace ContactCenter.Domain.Calls;

/// <summary>One inbound attempt at conversation, from ring to wrap-up.</summary>
public readonly record struct CallId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
