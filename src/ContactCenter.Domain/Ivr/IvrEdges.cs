namespace ContactCenter.Domain.Ivr;

/// <summary>One way out of a node.</summary>
public readonly record struct IvrEdge(IvrTrigger Trigger, string Target);

/// <summary>
/// The ways out of each kind of node. The compiler proves its rules on these edges and the walk moves along them, so that what is
/// proved is what runs.
/// </summary>
public static class IvrEdges
{
    /// <summary>The edges of the node itself, without the emergency key and the giving up that every node has.</summary>
    public static IReadOnlyList<IvrEdge> Of(IvrNode node) => node switch
    {
        SayNode say => [new(new(IvrTriggerKind.Next), say.Then)],
        BranchNode branch =>
        [
            .. branch.Cases.Select((c, i) => new IvrEdge(new(IvrTriggerKind.Case, Case: i), c.Then)),
            new(new(IvrTriggerKind.Next), branch.Else),
        ],
        MenuNode menu =>
        [
            .. menu.Choices.Select(c => new IvrEdge(new(IvrTriggerKind.Key, c.Key), c.Then)),
            new(new(IvrTriggerKind.Silence), menu.Silence.Then),
            new(new(IvrTriggerKind.WrongKey), menu.WrongKey.Then),
        ],
        QueueNode queue => [new(new(IvrTriggerKind.Unanswered), queue.Unanswered)],
        DialNode dial => [new(new(IvrTriggerKind.Unanswered), dial.Unanswered)],
        VoicemailNode voicemail => [new(new(IvrTriggerKind.Recorded), voicemail.Then)],
        _ => [],
    };

    /// <summary>True for a node at which a caller can still press a key, which is all but those that only lead on.</summary>
    public static bool Listens(IvrNode node) => node is not (SayNode or BranchNode);
}
