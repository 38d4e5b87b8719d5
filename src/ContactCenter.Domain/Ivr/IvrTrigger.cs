namespace ContactCenter.Domain.Ivr;

/// <summary>What moves a call along an edge of its flow.</summary>
public enum IvrTriggerKind
{
    /// <summary>Nothing was needed: a node that only says, or a branch's else.</summary>
    Next,

    /// <summary>The n-th case of a branch holds.</summary>
    Case,

    /// <summary>A key, or words that mean it.</summary>
    Key,

    /// <summary>Nothing was pressed or said once too often.</summary>
    Silence,

    /// <summary>A key or words that no choice has, once too often.</summary>
    WrongKey,

    /// <summary>Queue or target did not answer.</summary>
    Unanswered,

    /// <summary>The message is recorded.</summary>
    Recorded,

    /// <summary>The emergency key.</summary>
    Emergency,

    /// <summary>The caller used up the answers of one call.</summary>
    GiveUp,
}

/// <param name="Key">The key of <see cref="IvrTriggerKind.Key"/>, else the character 0.</param>
/// <param name="Case">The index of <see cref="IvrTriggerKind.Case"/>, from 0.</param>
public readonly record struct IvrTrigger(IvrTriggerKind Kind, char Key = '\0', int Case = 0)
{
    public override string ToString() => Kind switch
    {
        IvrTriggerKind.Key => $"Key {Key}",
        IvrTriggerKind.Case => $"Case {Case + 1}",
        IvrTriggerKind.Next or IvrTriggerKind.Silence or IvrTriggerKind.WrongKey or IvrTriggerKind.Unanswered or IvrTriggerKind.Recorded
            or IvrTriggerKind.Emergency or IvrTriggerKind.GiveUp => Kind.ToString(),
    };
}
