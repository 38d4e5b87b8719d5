
namespace ContactCenter.Domain.Calls;

/// <summary>
/// Whether a decision may be taken as the call stands. Facts from the telephone network are never checked: they happened.
/// </summary>
internal static class CallChecks
{
    public static CallRefusal? Check(CallStory story, CallEvent decision) => decision switch
    {
        CallOffered => story.State == CallState.Queued ? null : Refuse(story),
        OfferAccepted e => story.State == CallState.Offered && story.OpenOffer == e.Offer && story.OfferedTo == e.Agent ? null
            : story.CallerLeftAt is not null ? CallRefusal.CallerGone : CallRefusal.OfferOver,
        AgentCommanded e => Hers(story, e.Agent) ?? CheckCommand(story, e.Command),
        TransferRequested e => CheckTransfer(story, e),
        TransferCompleted => story.IsOver ? CallRefusal.CallerGone : CanHandOver(story) ? null : CallRefusal.NoTransfer,
        TransferCancelled => story.OpenTransfer is { Kind: not TransferKind.Emergency } ? null : CallRefusal.NoTransfer,
        CallRequeued => story.State is CallState.Connecting or CallState.AgentLost or CallState.Talking or CallState.OnHold ? null : Refuse(story),
        WrapUpFinished => story.State is CallState.WrapUp or CallState.HandedOver && !story.WrapUpFinished ? null : CallRefusal.WrongState,
        CallDirected => story.State is CallState.InIvr or CallState.Queued or CallState.Offered or CallState.InEmergency or CallState.LeavingMessage
            or CallState.Diverted or CallState.CallbackPromised ? null : Refuse(story),
        _ => null,
    };

    private static CallRefusal? CheckCommand(CallStory story, AgentCommand command) => command switch
    {
        AgentCommand.Hold => story.EmergencyOpen ? CallRefusal.EmergencyOpen : story.State == CallState.Talking ? null : Refuse(story),
        // A transfer that came to nothing may leave the caller parked: then the agent must be able to fetch her.
        AgentCommand.Resume => story.State is CallState.OnHold || story is { State: CallState.Consulting, OpenTransfer: null } ? null : Refuse(story),
        AgentCommand.HangUp => story.State is CallState.Connecting or CallState.Talking or CallState.OnHold or CallState.Consulting or CallState.AgentLost ? null : Refuse(story),
    };

    // An emergency pushes any other transfer aside; nothing pushes an emergency aside.
    private static CallRefusal? CheckTransfer(CallStory story, TransferRequested e)
    {
        if (story.State is not (CallState.Talking or CallState.OnHold or CallState.Consulting))
            return Refuse(story);
        if (e.TransferKind == TransferKind.Emergency)
            return story.OpenTransfer is { Kind: TransferKind.Emergency } ? CallRefusal.TransferOpen : null;
        return story.OpenTransfer is not null ? CallRefusal.TransferOpen : null;
    }

    private static bool CanHandOver(CallStory story) =>
        story.Transfers.LastOrDefault() is { State: TransferState.Briefing } or { Kind: TransferKind.Emergency, State: TransferState.Bridged };

    private static CallRefusal? Hers(CallStory story, AgentId agent) => story.Agent == agent ? null : CallRefusal.NotHerCall;

    private static CallRefusal Refuse(CallStory story) => story.CallerLeftAt is not null ? CallRefusal.CallerGone : CallRefusal.WrongState;
}
