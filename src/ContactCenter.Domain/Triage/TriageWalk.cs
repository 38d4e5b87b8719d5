using Stateless;

namespace ContactCenter.Domain.Triage;

/// <summary>What became of what the agent did.</summary>
public abstract record TriageStep;

/// <summary>The protocol stands at <paramref name="Place"/> now.</summary>
public sealed record TriageMoved(TriagePlace Place) : TriageStep;

/// <summary>Refused: the protocol stands where it stood.</summary>
public sealed record TriageRefused(TriageRefusal Why) : TriageStep;

public enum TriageRefusal
{
    /// <summary>The answer is not to the question that is being asked: another answer came first.</summary>
    NotAsked,

    /// <summary>Only a doctor may lower what has been reached.</summary>
    WouldLower,
}

/// <summary>
/// Walks a protocol. Pure: the place is all there is to remember, and replaying a call's log gives the same place. A disposition
/// is never lowered.
/// </summary>
public static class TriageWalk
{
    public static TriagePlace Start(TriageProtocol protocol) => TriageGraph.Start(protocol);

    /// <param name="question">The question the answer is to, as the agent saw it.</param>
    public static TriageStep Answer(TriageProtocol protocol, TriagePlace place, string question, TriageAnswer answer) =>
        place.Asking == question ? Fire(protocol, place, TriageTrigger.Answered(answer), TriageRefusal.NotAsked) : new TriageRefused(TriageRefusal.NotAsked);

    /// <summary>The key for doubt. Where the call already stands at least as high it stays there.</summary>
    public static TriageStep Doubt(TriageProtocol protocol, TriagePlace place) =>
        place.Reached >= protocol.DoubtExit ? new TriageMoved(place) : Fire(protocol, place, TriageTrigger.Doubted, TriageRefusal.WouldLower);

    /// <summary>The agent raises the disposition of her own accord.</summary>
    public static TriageStep Raise(TriageProtocol protocol, TriagePlace place, Disposition to) =>
        Fire(protocol, place, TriageTrigger.RaisedTo(to), TriageRefusal.WouldLower);

    private static TriageStep Fire(TriageProtocol protocol, TriagePlace place, TriageTrigger trigger, TriageRefusal refusal)
    {
        var machine = TriageMachine.At(protocol, place);
        if (!machine.CanFire(trigger))
            return new TriageRefused(refusal);
        machine.Fire(trigger);
        return new TriageMoved(machine.State);
    }
}

/// <summary>The state machine of a protocol: its states are the questions and the dispositions.</summary>
public static class TriageMachine
{
    /// <summary>A machine that stands at <paramref name="place"/> and knows the ways out of it.</summary>
    public static StateMachine<TriagePlace, TriageTrigger> At(TriageProtocol protocol, TriagePlace place)
    {
        var machine = new StateMachine<TriagePlace, TriageTrigger>(place, FiringMode.Immediate);
        var state = machine.Configure(place);
        foreach (var edge in TriageGraph.From(protocol, place))
            state.Permit(edge.Trigger, edge.To);
        return machine;
    }
}
