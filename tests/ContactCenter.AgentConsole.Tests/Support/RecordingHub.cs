using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Support;

/// <summary>Stands for the server: notes what was asked and answers what the test wants.</summary>
internal sealed class RecordingHub : IAgentHub
{
    public List<object> Asked { get; } = [];

    public Func<object, Task<CommandReply>> Answer { get; set; } = _ => Task.FromResult(CommandReply.Done);

    public Task<AgentView> Join(JoinConsole console) => Task.FromResult(Views.Idle());
    public Task<AgentView?> Heartbeat(ConsoleHeartbeat heartbeat) => Task.FromResult<AgentView?>(null);
    public Task<CommandReply> SetPresence(SetPresence command) => Note(command);
    public Task<CommandReply> AcknowledgeOffer(Guid offerId) => Note((nameof(AcknowledgeOffer), offerId));
    public Task<CommandReply> AcceptOffer(Guid offerId) => Note((nameof(AcceptOffer), offerId));
    public Task<CommandReply> DeclineOffer(Guid offerId) => Note((nameof(DeclineOffer), offerId));
    public Task<CommandReply> HoldCaller(Guid callId) => Note((nameof(HoldCaller), callId));
    public Task<CommandReply> ResumeCaller(Guid callId) => Note((nameof(ResumeCaller), callId));
    public Task<CommandReply> HangUp(HangUpCall command) => Note(command);
    public Task<CommandReply> StartTransfer(StartTransfer command) => Note(command);
    public Task<CommandReply> CompleteTransfer(Guid callId) => Note((nameof(CompleteTransfer), callId));
    public Task<CommandReply> CancelTransfer(Guid callId) => Note((nameof(CancelTransfer), callId));
    public Task<CommandReply> SaveNotes(SaveNotes command) => Note(command);
    public Task<CommandReply> FinishWrapUp(SaveNotes command) => Note((nameof(FinishWrapUp), command));
    public Task<CommandReply> ExtendWrapUp(Guid callId) => Note((nameof(ExtendWrapUp), callId));

    private Task<CommandReply> Note(object command)
    {
        Asked.Add(command);
        return Answer(command);
    }
}
