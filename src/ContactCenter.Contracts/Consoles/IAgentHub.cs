namespace ContactCenter.Contracts.Consoles;

/// <summary>What a console may ask of the server, at <c>/hubs/agent</c>. Each answer says how it went; a refusal is an answer, not an exception.</summary>
public interface IAgentHub
{
    /// <summary>Called first and after every reconnection: returns the whole view.</summary>
    Task<AgentView> Join(JoinConsole console);

    /// <summary>Every 2 s: tells that she is there, extends slot holds, and returns the view when the console's is older; else null.</summary>
    Task<AgentView?> Heartbeat(ConsoleHeartbeat heartbeat);

    Task<CommandReply> SetPresence(SetPresence command);
    Task<CommandReply> AcknowledgeOffer(Guid offerId);
    Task<CommandReply> AcceptOffer(Guid offerId);
    Task<CommandReply> DeclineOffer(Guid offerId);
    Task<CommandReply> HoldCaller(Guid callId);
    Task<CommandReply> ResumeCaller(Guid callId);
    Task<CommandReply> HangUp(HangUpCall command);
    Task<CommandReply> StartTransfer(StartTransfer command);
    Task<CommandReply> CompleteTransfer(Guid callId);
    Task<CommandReply> CancelTransfer(Guid callId);

    /// <summary>Keeps the draft of notes and disposition on the server.</summary>
    Task<CommandReply> SaveNotes(SaveNotes command);
    Task<CommandReply> FinishWrapUp(SaveNotes command);
    Task<CommandReply> ExtendWrapUp(Guid callId);
}

/// <summary>What the server tells a console.</summary>
public interface IAgentConsole
{
    Task ViewChanged(AgentView view);

    /// <summary>The agenda of a practice changed: reload what is on screen.</summary>
    Task AgendaChanged(Guid practiceId, DateOnly day);

    /// <summary>This account was opened on another console, which now leads: this one stops.</summary>
    Task Superseded();
}

/// <param name="ConsoleId">Made by the tab when it loads; tells a reload from a second tab.</param>
public sealed record JoinConsole(Guid ConsoleId, string Culture, bool TakeOver);

/// <param name="Revision">The greatest revision on screen.</param>
/// <param name="SoftphoneReady">Whether the softphone is registered.</param>
/// <param name="OnLeg">The label of the leg that the softphone holds now, or null: the evidence that media is alive.</param>
public sealed record ConsoleHeartbeat(Guid ConsoleId, long Revision, bool SoftphoneReady, string? OnLeg);

public sealed record SetPresence(bool Available, string? AwayReason, bool SignOff = false);

/// <param name="Confirmed">Required while an emergency is open.</param>
public sealed record HangUpCall(Guid CallId, bool Confirmed);

/// <param name="TargetId">One of the call's targets, or null with <paramref name="Number"/>.</param>
public sealed record StartTransfer(Guid CallId, TransferKindView Kind, string? TargetId, string? Number);

/// <param name="Wish">What the caller wished beside an emergency; null leaves it as it is.</param>
public sealed record SaveNotes(Guid CallId, string? Notes, string? Disposition, string? Wish = null);

public enum CommandOutcome
{
    Done,

    /// <summary>The offer went to someone else, lapsed, or the caller left.</summary>
    TooLate,

    /// <summary>Not possible in this state; <see cref="CommandReply.Sentence"/> says why.</summary>
    NotAllowed,

    /// <summary>Needs the agent's confirmation.</summary>
    ConfirmationNeeded,

    /// <summary>No such call, offer or target for this agent.</summary>
    NotFound,
}

/// <param name="Sentence">For the agent, in her language, when the outcome is not <see cref="CommandOutcome.Done"/>.</param>
public sealed record CommandReply(CommandOutcome Outcome, string? Sentence = null)
{
    public static CommandReply Done { get; } = new(CommandOutcome.Done);
}
