using Stateless;
using Stateless.Graph;

namespace ContactCenter.Domain.Routing;

/// <summary>An agent's presence and what moves it. A console that vanishes in mid-call does not end the call: she stays on it until the call says otherwise.</summary>
public sealed class AgentLifecycle
{
    private readonly StateMachine<Presence, AgentTrigger> _machine;
    private Presence _presence;

    public AgentLifecycle(Presence presence)
    {
        _presence = presence;
        _machine = new StateMachine<Presence, AgentTrigger>(() => _presence, next => _presence = next);
        _machine.Configure(Presence.Offline)
            .Permit(AgentTrigger.GetReady, Presence.Available)
            .Permit(AgentTrigger.GoAway, Presence.Away);
        _machine.Configure(Presence.Available)
            .Permit(AgentTrigger.Offer, Presence.Offered)
            .Permit(AgentTrigger.GoAway, Presence.Away)
            .Permit(AgentTrigger.SignOff, Presence.Offline)
            .Permit(AgentTrigger.Vanish, Presence.Offline);
        _machine.Configure(Presence.Offered)
            .Permit(AgentTrigger.OfferEnds, Presence.Available)
            .Permit(AgentTrigger.Accept, Presence.OnCall)
            .Permit(AgentTrigger.GoAway, Presence.Away)
            .Permit(AgentTrigger.SignOff, Presence.Offline)
            .Permit(AgentTrigger.Vanish, Presence.Offline);
        _machine.Configure(Presence.OnCall)
            .Permit(AgentTrigger.CallEnds, Presence.WrapUp)
            .Permit(AgentTrigger.LoseCall, Presence.Available);
        _machine.Configure(Presence.WrapUp)
            .Permit(AgentTrigger.FinishWrapUp, Presence.Available)
            .Permit(AgentTrigger.GoAway, Presence.Away);
        _machine.Configure(Presence.Away)
            .Permit(AgentTrigger.GetReady, Presence.Available)
            .Permit(AgentTrigger.SignOff, Presence.Offline)
            .Permit(AgentTrigger.Vanish, Presence.Offline);
    }

    public Presence Presence => _presence;

    /// <summary>Moves her when the trigger is legal in her presence; otherwise false, and nothing changed.</summary>
    public bool TryFire(AgentTrigger trigger)
    {
        if (!_machine.CanFire(trigger))
            return false;
        _machine.Fire(trigger);
        return true;
    }

    public string ToMermaid() => MermaidGraph.Format(_machine.GetInfo(), MermaidGraphDirection.LeftToRight);
}
