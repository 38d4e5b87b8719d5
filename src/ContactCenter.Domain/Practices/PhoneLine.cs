namespace ContactCenter.Domain.Practices;

/// <summary>A number answered for a practice. The dialled number is the only key from a call to its practice.</summary>
public sealed class PhoneLine
{
    public required PhoneLineId Id { get; init; }

    public required PracticeId PracticeId { get; init; }

    /// <summary>E.164; unique over all practices. A business number: not sealed.</summary>
    public required string Number { get; init; }

    public required string Label { get; set; }

    /// <summary>An inactive line no longer finds its practice.</summary>
    public bool IsActive { get; set; } = true;
}
