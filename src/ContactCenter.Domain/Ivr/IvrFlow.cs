using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>
/// A compiled IVR flow: a graph without dead ends, whose every node reaches the emergency exit in one key. Made by
/// <see cref="IvrFlowCompiler"/> only; immutable.
/// </summary>
public sealed record IvrFlow
{
    public required ScriptVersion Version { get; init; }

    /// <summary>The first is the one a call begins in.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    public required string Entry { get; init; }

    /// <summary>The key that leads to the emergency exit, everywhere and at any time.</summary>
    public required char EmergencyKey { get; init; }

    /// <summary>Every node by its id, the emergency exit included.</summary>
    public required IReadOnlyDictionary<string, IvrNode> Nodes { get; init; }

    public required IvrWaiting Waiting { get; init; }

    /// <summary>How many answers a caller may give before the dialogue stops asking.</summary>
    public required int MaxInputs { get; init; }

    /// <summary>Where a call goes that has used up its answers.</summary>
    public required string GiveUp { get; init; }

    /// <summary>The hours with which the flow was compiled: a pinned flow keeps its own.</summary>
    public required OpeningHours Hours { get; init; }

    /// <summary>What an agent reads of why a caller phones, by the word the nodes use; empty where the flow has no words for them.</summary>
    public IReadOnlyDictionary<string, SpokenText> Reasons { get; init; } = new Dictionary<string, SpokenText>();

    public EmergencyNode Emergency => (EmergencyNode)Nodes[EmergencyNode.EmergencyId];
}
