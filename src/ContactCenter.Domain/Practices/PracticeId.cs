namespace ContactCenter.Domain.Practices;

/// <summary>A practice. Every key and unique index of what a practice owns begins with it.</summary>
public readonly record struct PracticeId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
