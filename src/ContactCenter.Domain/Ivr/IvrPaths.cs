using ContactCenter.Domain.Practices;

namespace ContactCenter.Domain.Ivr;

/// <summary>Looks ahead in a flow, through the nodes at which nobody listens.</summary>
internal static class IvrPaths
{
    /// <summary>The nodes at which a call next listens or leaves, whatever the hours and the caller.</summary>
    public static IEnumerable<IvrNode> Ahead(IvrFlow flow, string id) => flow.Nodes[id] switch
    {
        SayNode say => Ahead(flow, say.Then),
        BranchNode branch => IvrEdges.Of(branch).SelectMany(e => Ahead(flow, e.Target)),
        var node => [node],
    };

    /// <summary>What is said to one caller at one time before the flow first listens or leaves, and the node at which it does.</summary>
    public static (IReadOnlyList<IvrPrompt> Said, IvrNode Last) Follow(IvrFlow flow, string id, OpeningState hours, CallerKind caller)
    {
        List<IvrPrompt> said = [];
        while (true)
        {
            switch (flow.Nodes[id])
            {
                case SayNode say:
                    said.Add(say.Prompt);
                    id = say.Then;
                    break;
                case BranchNode branch:
                    id = branch.Cases.FirstOrDefault(c => c.Holds(hours, caller))?.Then ?? branch.Else;
                    break;
                case var node:
                    return (said, node);
            }
        }
    }

    public static IvrPrompt? PromptOf(IvrNode node) => node switch
    {
        SayNode say => say.Prompt,
        MenuNode menu => menu.Prompt,
        QueueNode queue => queue.Prompt,
        VoicemailNode voicemail => voicemail.Prompt,
        DialNode dial => dial.Prompt,
        HangUpNode end => end.Prompt,
        EmergencyNode emergency => emergency.Prompt,
        _ => null,
    };
}
