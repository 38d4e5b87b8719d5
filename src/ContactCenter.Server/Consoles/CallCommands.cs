using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>What an agent does with the call in her hands. Every command asks first whether it is hers.</summary>
internal sealed class CallCommands(Store store, CallDesk desk, CallScripts scripts, CallNotes notes, RoutingSignal wake, IOptions<RoutingOptions> options, IClock clock)
{
    public async Task<CommandOutcome> Command(AgentId agent, CallId call, AgentCommand command, CancellationToken cancellationToken)
    {
        if (await Hers(agent, call, cancellationToken) is null)
            return CommandOutcome.NotFound;
        var now = clock.GetCurrentInstant();
        return Outcome(await desk.Handle(call, new AgentCommanded($"{command}:{now.ToUnixTimeMilliseconds()}", now, agent, command), cancellationToken));
    }

    public async Task<CommandOutcome> HangUp(AgentId agent, HangUpCall command, CancellationToken cancellationToken)
    {
        if (await Hers(agent, new CallId(command.CallId), cancellationToken) is not { } call)
            return CommandOutcome.NotFound;
        return call.EmergencyOpen && !command.Confirmed
            ? CommandOutcome.ConfirmationNeeded
            : await Command(agent, call.Id, AgentCommand.HangUp, cancellationToken);
    }

    public async Task<CommandOutcome> StartTransfer(AgentId agent, StartTransfer command, CancellationToken cancellationToken)
    {
        if (await Hers(agent, new CallId(command.CallId), cancellationToken) is not { } call)
            return CommandOutcome.NotFound;
        if (await Target(call, command, cancellationToken) is not { } target)
            return CommandOutcome.NotFound;
        var story = (await desk.Read(call.Id, cancellationToken))!.Story;
        var id = new TransferId(Guid.CreateVersion7());
        return Outcome(await desk.Handle(call.Id, new TransferRequested(
            $"transfer:{id}", clock.GetCurrentInstant(), id, story.Transfers.Count + 1, (TransferKind)command.Kind, target.Number, target.Name, Ring: target.Ring),
            cancellationToken));
    }

    public async Task<CommandOutcome> EndTransfer(AgentId agent, CallId id, bool complete, CancellationToken cancellationToken)
    {
        if (await Hers(agent, id, cancellationToken) is null || (await desk.Read(id, cancellationToken))?.Story.Transfers.LastOrDefault() is not { } transfer)
            return CommandOutcome.NotFound;
        var now = clock.GetCurrentInstant();
        CallEvent decision = complete ? new TransferCompleted($"completed:{transfer.Id}", now, transfer.Id) : new TransferCancelled($"cancelled:{transfer.Id}", now, transfer.Id);
        return Outcome(await desk.Handle(id, decision, cancellationToken));
    }

    public async Task<CommandOutcome> SaveNotes(AgentId agent, SaveNotes command, CancellationToken cancellationToken)
    {
        if (command.Disposition is { } code && !DispositionWords.Knows(code))
            return CommandOutcome.NotAllowed;
        return await notes.Save(agent, new CallId(command.CallId), command.Notes, command.Disposition, command.Wish, cancellationToken) ? CommandOutcome.Done : CommandOutcome.NotFound;
    }

    public async Task<CommandOutcome> FinishWrapUp(AgentId agent, SaveNotes command, CancellationToken cancellationToken)
    {
        if (await SaveNotes(agent, command, cancellationToken) is not CommandOutcome.Done and var refused)
            return refused;
        var outcome = Outcome(await desk.Handle(new CallId(command.CallId), new WrapUpFinished("wrap-up", clock.GetCurrentInstant(), command.Disposition, ByTimeout: false), cancellationToken));
        wake.Set();
        return outcome;
    }

    public Task<CommandOutcome> ExtendWrapUp(AgentId agent, CallId id, CancellationToken cancellationToken) => store.Write(async (db, token) =>
    {
        var call = await db.Set<CallRecord>().SingleOrDefaultAsync(c => c.Id == id && c.AgentId == agent && c.WrapUpDueAt != null, token);
        if (call is null)
            return CommandOutcome.NotFound;
        call.WrapUpDueAt += Duration.FromSeconds(options.Value.WrapUpExtension);
        call.Version++;
        return CommandOutcome.Done;
    }, cancellationToken);

    private Task<CallRecord?> Hers(AgentId agent, CallId call, CancellationToken cancellationToken) =>
        store.Read((db, token) => db.Set<CallRecord>().SingleOrDefaultAsync(c => c.Id == call && c.AgentId == agent, token), cancellationToken);

    private async Task<(string Number, string Name, Duration? Ring)?> Target(CallRecord call, StartTransfer command, CancellationToken cancellationToken)
    {
        var escalation = await store.Read((db, token) => scripts.EscalationOf(db, call, token), cancellationToken);
        var now = clock.GetCurrentInstant();
        return (command.Kind, command.TargetId) switch
        {
            (TransferKindView.Emergency, var id) => Known(escalation.EmergencyNumbers.FirstOrDefault(t => t.Number == id) ?? escalation.EmergencyNumbers[0]),
            (TransferKindView.Doctor, _) => Known(escalation.DoctorAttempts(now)[0]),
            (TransferKindView.Blind or TransferKindView.Warm, { } id) => Known(escalation.Names.Contains(id) ? escalation.Find(id, now) : null),
            _ => PhoneNumber.TryParse(command.Number, out var typed) ? (typed.E164, typed.ToString(), null) : null,
        };

        static (string, string, Duration?)? Known(EscalationTarget? target) => target is null ? null : (target.Number, target.Name, target.Ring);
    }

    private static CommandOutcome Outcome(CallReply? reply) => reply switch
    {
        null => CommandOutcome.NotFound,
        { Refusal: null } => CommandOutcome.Done,
        { Refusal: CallRefusal.CallerGone or CallRefusal.OfferOver } => CommandOutcome.TooLate,
        { Refusal: CallRefusal.NotHerCall } => CommandOutcome.NotFound,
        { Refusal: CallRefusal.EmergencyOpen or CallRefusal.WrongState or CallRefusal.TransferOpen or CallRefusal.NoTransfer } => CommandOutcome.NotAllowed,
        _ => CommandOutcome.NotAllowed,
    };
}
