using ContactCenter.Contracts.Consoles;
using Microsoft.AspNetCore.SignalR.Client;

namespace ContactCenter.AgentConsole.Link;

/// <summary>The server's hub, typed.</summary>
internal sealed class AgentHubProxy(HubConnection hub) : IAgentHub
{
    public Task<AgentView> Join(JoinConsole console) => hub.InvokeAsync<AgentView>(nameof(Join), console);
    public Task<AgentView?> Heartbeat(ConsoleHeartbeat heartbeat) => hub.InvokeAsync<AgentView?>(nameof(Heartbeat), heartbeat);
    public Task<CommandReply> SetPresence(SetPresence command) => Ask(nameof(SetPresence), command);
    public Task<CommandReply> AcknowledgeOffer(Guid offerId) => Ask(nameof(AcknowledgeOffer), offerId);
    public Task<CommandReply> AcceptOffer(Guid offerId) => Ask(nameof(AcceptOffer), offerId);
    public Task<CommandReply> DeclineOffer(Guid offerId) => Ask(nameof(DeclineOffer), offerId);
    public Task<CommandReply> HoldCaller(Guid callId) => Ask(nameof(HoldCaller), callId);
    public Task<CommandReply> ResumeCaller(Guid callId) => Ask(nameof(ResumeCaller), callId);
    public Task<CommandReply> HangUp(HangUpCall command) => Ask(nameof(HangUp), command);
    public Task<CommandReply> StartTransfer(StartTransfer command) => Ask(nameof(StartTransfer), command);
    public Task<CommandReply> CompleteTransfer(Guid callId) => Ask(nameof(CompleteTransfer), callId);
    public Task<CommandReply> CancelTransfer(Guid callId) => Ask(nameof(CancelTransfer), callId);
    public Task<CommandReply> SaveNotes(SaveNotes command) => Ask(nameof(SaveNotes), command);
    public Task<CommandReply> FinishWrapUp(SaveNotes command) => Ask(nameof(FinishWrapUp), command);
    public Task<CommandReply> ExtendWrapUp(Guid callId) => Ask(nameof(ExtendWrapUp), callId);

    private Task<CommandReply> Ask(string method, object argument) => hub.InvokeAsync<CommandReply>(method, argument);
}
