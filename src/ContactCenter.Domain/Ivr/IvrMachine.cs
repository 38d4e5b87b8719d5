using Stateless;

namespace ContactCenter.Domain.Ivr;

/// <summary>The state machine of a flow: its states are the nodes, its transitions their edges.</summary>
public static class IvrMachine
{
    /// <summary>A machine that stands at <paramref name="node"/> and knows the ways out of it: enough for one step.</summary>
    public static StateMachine<string, IvrTrigger> At(IvrFlow flow, IvrNode node)
    {
        var machine = new StateMachine<string, IvrTrigger>(node.Id, FiringMode.Immediate);
        Configure(machine, flow, node);
        return machine;
    }

    /// <summary>The whole machine, for drawing it.</summary>
    public static StateMachine<string, IvrTrigger> Of(IvrFlow flow)
    {
        var machine = new StateMachine<string, IvrTrigger>(flow.Entry, FiringMode.Immediate);
        foreach (var node in flow.Nodes.Values)
            Configure(machine, flow, node);
        return machine;
    }

    private static void Configure(StateMachine<string, IvrTrigger> machine, IvrFlow flow, IvrNode node)
    {
        var state = machine.Configure(node.Id);
        foreach (var edge in IvrEdges.Of(node))
            Permit(state, node, edge);
        if (node is EmergencyNode || !IvrEdges.Listens(node))
            return;
        Permit(state, node, new(new(IvrTriggerKind.Emergency), EmergencyNode.EmergencyId));
        Permit(state, node, new(new(IvrTriggerKind.GiveUp), flow.GiveUp));
    }

    private static void Permit(StateMachine<string, IvrTrigger>.StateConfiguration state, IvrNode node, IvrEdge edge)
    {
        if (edge.Target == node.Id)
            state.PermitReentry(edge.Trigger);
        else
            state.Permit(edge.Trigger, edge.Target);
    }
}
