using Stateless;
using Stateless.Graph;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// The states of a call and what moves it between them. Built over state kept outside, for the telling of one story; it does no work
/// on entry, so asking it is free of effects.
/// </summary>
public sealed class CallLifecycle
{
    private readonly StateMachine<CallState, CallTrigger> _machine;
    private CallState _state;

    public CallLifecycle(CallState state = CallState.InIvr)
    {
        _state = state;
        _machine = new StateMachine<CallState, CallTrigger>(() => _state, next => _state = next);
        BeforeAnAgent();
        WithAnAgent();
        AfterTheAgent();
    }

    public CallState State => _state;

    public bool Can(CallTrigger trigger) => _machine.CanFire(trigger);

    /// <summary>Moves the call when the trigger is legal in its state; otherwise false, and nothing changed.</summary>
    public bool TryFire(CallTrigger trigger)
    {
        if (!_machine.CanFire(trigger))
            return false;
        _machine.Fire(trigger);
        return true;
    }

    /// <summary>The whole machine as a Mermaid diagram, for the documentation.</summary>
    public string ToMermaid() => MermaidGraph.Format(_machine.GetInfo(), MermaidGraphDirection.LeftToRight);

    private void BeforeAnAgent()
    {
        _machine.Configure(CallState.InIvr)
            .Permit(CallTrigger.EnterQueue, CallState.Queued)
            .Permit(CallTrigger.DialEmergency, CallState.InEmergency)
            .Permit(CallTrigger.LeaveMessage, CallState.LeavingMessage)
            .Permit(CallTrigger.PromiseCallback, CallState.CallbackPromised)
            .Permit(CallTrigger.Divert, CallState.Diverted)
            .Permit(CallTrigger.CallerLeaves, CallState.Closed);

        _machine.Configure(CallState.Waiting)
            .Permit(CallTrigger.DialEmergency, CallState.InEmergency)
            .Permit(CallTrigger.LeaveMessage, CallState.LeavingMessage)
            .Permit(CallTrigger.PromiseCallback, CallState.CallbackPromised)
            .Permit(CallTrigger.Divert, CallState.Diverted)
            .Permit(CallTrigger.CallerLeaves, CallState.Closed);

        _machine.Configure(CallState.Queued)
            .SubstateOf(CallState.Waiting)
            .Permit(CallTrigger.Offer, CallState.Offered);

        _machine.Configure(CallState.Offered)
            .SubstateOf(CallState.Waiting)
            .Permit(CallTrigger.OfferLapses, CallState.Queued)
            .Permit(CallTrigger.Accept, CallState.Connecting);

        _machine.Configure(CallState.InEmergency)
            .Permit(CallTrigger.EnterQueue, CallState.Queued)
            .Permit(CallTrigger.LeaveMessage, CallState.LeavingMessage)
            .Permit(CallTrigger.CallerLeaves, CallState.Closed);

        _machine.Configure(CallState.LeavingMessage)
            .Permit(CallTrigger.DialEmergency, CallState.InEmergency)
            .Permit(CallTrigger.EnterQueue, CallState.Queued)
            .Permit(CallTrigger.CallerLeaves, CallState.Closed);

        _machine.Configure(CallState.CallbackPromised)
            .Permit(CallTrigger.DialEmergency, CallState.InEmergency)
            .Permit(CallTrigger.CallerLeaves, CallState.Closed);

        _machine.Configure(CallState.Diverted)
            .Permit(CallTrigger.EnterQueue, CallState.Queued)
            .Permit(CallTrigger.LeaveMessage, CallState.LeavingMessage)
            .Permit(CallTrigger.DialEmergency, CallState.InEmergency)
            .Permit(CallTrigger.CallerLeaves, CallState.Closed);
    }

    private void WithAnAgent()
    {
        _machine.Configure(CallState.Connecting)
            .Permit(CallTrigger.LegsMeet, CallState.Talking)
            .Permit(CallTrigger.Requeue, CallState.Queued)
            .Permit(CallTrigger.CallerLeaves, CallState.Closed);

        _machine.Configure(CallState.Connected)
            .Permit(CallTrigger.LegsPart, CallState.AgentLost)
            .Permit(CallTrigger.HandOver, CallState.HandedOver)
            .Permit(CallTrigger.Requeue, CallState.Queued)
            .Permit(CallTrigger.CallerLeaves, CallState.WrapUp);

        _machine.Configure(CallState.Talking)
            .SubstateOf(CallState.Connected)
            .Permit(CallTrigger.Hold, CallState.OnHold)
            .Permit(CallTrigger.Consult, CallState.Consulting);

        _machine.Configure(CallState.OnHold)
            .SubstateOf(CallState.Connected)
            .Permit(CallTrigger.Resume, CallState.Talking)
            .Permit(CallTrigger.Consult, CallState.Consulting);

        _machine.Configure(CallState.Consulting)
            .SubstateOf(CallState.Connected)
            .Permit(CallTrigger.Resume, CallState.Talking);

        _machine.Configure(CallState.AgentLost)
            .Permit(CallTrigger.LegsMeet, CallState.Talking)
            .Permit(CallTrigger.Requeue, CallState.Queued)
            .Permit(CallTrigger.HandOver, CallState.HandedOver)
            .Permit(CallTrigger.CallerLeaves, CallState.WrapUp);
    }

    private void AfterTheAgent()
    {
        _machine.Configure(CallState.HandedOver)
            .Permit(CallTrigger.CallerLeaves, CallState.WrapUp);

        _machine.Configure(CallState.WrapUp)
            .Permit(CallTrigger.FinishWrapUp, CallState.Closed);

        _machine.Configure(CallState.Closed);
    }
}
