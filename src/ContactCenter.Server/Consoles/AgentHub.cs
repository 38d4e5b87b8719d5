using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Routing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Consoles;

/// <summary>The console's line to the server. It holds nothing: every method reads rows, decides, writes rows, and answers how it went.</summary>
[Authorize(Policies.AgentAtConsole)]
internal sealed class AgentHub(
    ConsoleDesk desk, CallCommands calls, DecideOffers offers, AgentViews views, ConsoleNotifier notifier, ConnectedConsoles consoles)
    : Hub<IAgentConsole>, IAgentHub
{
    private AgentId Agent => Context.User!.AgentId();

    public async Task<AgentView> Join(JoinConsole console)
    {
        var culture = console.Culture is { Length: > 1 and < 12 } given ? given : Context.User!.Culture();
        Context.Items[nameof(console.ConsoleId)] = console.ConsoleId;
        Context.Items[nameof(console.Culture)] = culture;
        var superseded = await desk.Join(Agent, console.ConsoleId, Context.ConnectionId, Context.ConnectionAborted);
        if (superseded is not null)
            consoles.Supersede(superseded);
        consoles.Add(Agent, new ConnectedConsole(Context.ConnectionId, culture, Context.Abort));
        var rows = await views.Read(Agent, 0, Context.ConnectionAborted);
        return notifier.Begin(Agent, await views.Of(rows, culture, teamShown: 0, Context.ConnectionAborted));
    }

    public async Task<AgentView?> Heartbeat(ConsoleHeartbeat heartbeat)
    {
        var beat = desk.Hear(Agent, heartbeat);
        var rows = await views.Read(Agent, heartbeat.Revision, Context.ConnectionAborted);
        if (!await desk.Note(beat, rows.Presence, heartbeat, Context.ConnectionAborted))
        {
            await Clients.Caller.Superseded();
            return null;
        }
        return notifier.News(Agent, heartbeat.Revision, await views.Of(rows, CultureOf(), notifier.TeamShown(Agent, heartbeat.Revision), Context.ConnectionAborted));
    }

    public async Task<CommandReply> SetPresence(SetPresence command) => await Answer(desk.SetPresence(Agent, command, Context.ConnectionAborted));

    public async Task<CommandReply> AcknowledgeOffer(Guid offerId) => Reply(await offers.Acknowledge(Agent, new OfferId(offerId), Context.ConnectionAborted));

    public async Task<CommandReply> AcceptOffer(Guid offerId) => await Answer(offers.Accept(Agent, new OfferId(offerId), Context.ConnectionAborted));

    public async Task<CommandReply> DeclineOffer(Guid offerId) => await Answer(offers.Decline(Agent, new OfferId(offerId), Context.ConnectionAborted));

    public async Task<CommandReply> HoldCaller(Guid callId) => await Answer(calls.Command(Agent, new CallId(callId), AgentCommand.Hold, Context.ConnectionAborted));

    public async Task<CommandReply> ResumeCaller(Guid callId) => await Answer(calls.Command(Agent, new CallId(callId), AgentCommand.Resume, Context.ConnectionAborted));

    public async Task<CommandReply> HangUp(HangUpCall command) => await Answer(calls.HangUp(Agent, command, Context.ConnectionAborted));

    public async Task<CommandReply> StartTransfer(StartTransfer command) => await Answer(calls.StartTransfer(Agent, command, Context.ConnectionAborted));

    public async Task<CommandReply> CompleteTransfer(Guid callId) => await Answer(calls.EndTransfer(Agent, new CallId(callId), complete: true, Context.ConnectionAborted));

    public async Task<CommandReply> CancelTransfer(Guid callId) => await Answer(calls.EndTransfer(Agent, new CallId(callId), complete: false, Context.ConnectionAborted));

    public async Task<CommandReply> SaveNotes(SaveNotes command) => Reply(await calls.SaveNotes(Agent, command, Context.ConnectionAborted));

    public async Task<CommandReply> FinishWrapUp(SaveNotes command) => await Answer(calls.FinishWrapUp(Agent, command, Context.ConnectionAborted));

    public async Task<CommandReply> ExtendWrapUp(Guid callId) => await Answer(calls.ExtendWrapUp(Agent, new CallId(callId), Context.ConnectionAborted));

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        consoles.Remove(Agent, Context.ConnectionId);
        await desk.Left(Agent, Context.ConnectionId, CancellationToken.None);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<CommandReply> Answer(Task<CommandOutcome> work)
    {
        var outcome = await work;
        notifier.Nudge(Agent);
        return Reply(outcome);
    }

    private CommandReply Reply(CommandOutcome outcome) => new(outcome, OutcomeWords.Of(outcome, CultureOf()));

    private string CultureOf() => Context.Items[nameof(JoinConsole.Culture)] as string ?? Context.User!.Culture();
}
