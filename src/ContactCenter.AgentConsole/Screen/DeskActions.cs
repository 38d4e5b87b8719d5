using ContactCenter.AgentConsole.Phone;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>What she can do with presence and calls. The server decides; the screen shows that it was asked.</summary>
internal sealed class DeskActions(Desk desk, IAgentHub server, Softphone phone)
{
    /// <summary>Ready is only told once the microphone and the softphone are.</summary>
    public Task BecomeReady() => BecomeReady(listen: true);

    /// <summary>She knows that her microphone is silent, and will be heard: a check may be wrong, and callers wait.</summary>
    public Task BecomeReadyUnheard() => BecomeReady(listen: false);

    private async Task BecomeReady(bool listen)
    {
        if (await phone.Start(listen))
            await Ask(DeskCommand.SetPresence, () => server.SetPresence(new SetPresence(Available: true, AwayReason: null)));
    }

    public Task GoAway(string reason) => Ask(DeskCommand.SetPresence, () => server.SetPresence(new SetPresence(Available: false, reason)));

    public Task SignOff() => Ask(DeskCommand.SetPresence, () => server.SetPresence(new SetPresence(Available: false, AwayReason: null, SignOff: true)));

    public Task Accept() => desk.State.View?.Offer is { } offer ? Ask(DeskCommand.Accept, () => server.AcceptOffer(offer.OfferId)) : Task.CompletedTask;

    public Task Decline() => desk.State.View?.Offer is { } offer ? Ask(DeskCommand.Decline, () => server.DeclineOffer(offer.OfferId)) : Task.CompletedTask;

    public Task ToggleHold() => desk.State.View?.Call switch
    {
        { Phase: CallPhase.OnHold } call => Ask(DeskCommand.Resume, () => server.ResumeCaller(call.CallId)),
        { Phase: CallPhase.Talking, EmergencyOpen: false } call => Ask(DeskCommand.Hold, () => server.HoldCaller(call.CallId)),
        _ => Task.CompletedTask,
    };

    public Task ToggleMute() => desk.State.Phone.Line == LinePhase.Live ? phone.Mute(!desk.State.Phone.Muted) : Task.CompletedTask;

    /// <summary>Returns whether the server first wants her to confirm.</summary>
    public async Task<bool> HangUp(bool confirmed) => desk.State.View?.Call is { } call
        && await Ask(DeskCommand.HangUp, () => server.HangUp(new HangUpCall(call.CallId, confirmed))) == CommandOutcome.ConfirmationNeeded;

    public Task Transfer(TransferKindView kind, string? targetId, string? number) => desk.State.View?.Call is { } call
        ? Ask(DeskCommand.Transfer, () => server.StartTransfer(new StartTransfer(call.CallId, kind, targetId, number)))
        : Task.CompletedTask;

    public Task CompleteTransfer() => desk.State.View?.Call is { } call ? Ask(DeskCommand.CompleteTransfer, () => server.CompleteTransfer(call.CallId)) : Task.CompletedTask;

    public Task CancelTransfer() => desk.State.View?.Call is { } call ? Ask(DeskCommand.CancelTransfer, () => server.CancelTransfer(call.CallId)) : Task.CompletedTask;

    public Task ExtendWrapUp() => desk.State.View?.Call is { } call ? Ask(DeskCommand.ExtendWrapUp, () => server.ExtendWrapUp(call.CallId)) : Task.CompletedTask;

    public async Task FinishWrapUp()
    {
        if (desk.State.View?.Call is not { Phase: CallPhase.WrapUp or CallPhase.HandedOver } call || desk.State.DraftOf(call.CallId) is not { } draft)
            return;
        if (await Ask(DeskCommand.FinishWrapUp, () => server.FinishWrapUp(new SaveNotes(call.CallId, draft.Text, draft.Disposition, draft.Wish))) == CommandOutcome.Done)
            desk.Apply(new NotesSaved(call.CallId, draft.Edit));
    }

    /// <summary>One command of a kind at a time: a second press while the first is under way does nothing.</summary>
    private async Task<CommandOutcome?> Ask(DeskCommand command, Func<Task<CommandReply>> send)
    {
        if (desk.State.Pending.Contains(command))
            return null;
        desk.Apply(new CommandSent(command));
        try
        {
            var reply = await send();
            desk.Apply(new CommandAnswered(command, reply));
            return reply.Outcome;
        }
        catch (Exception)
        {
            // Lost or refused on the way: the next view tells what became of it.
            desk.Apply(new CommandUnanswered(command));
            return null;
        }
    }
}
