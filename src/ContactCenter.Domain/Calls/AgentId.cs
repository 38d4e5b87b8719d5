namespace ContactCenter.Domain.Calls;

/// <summary>An agent, the medical secretary at a console; equal to the id of her user account.</summary>
public readonly record struct AgentId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
