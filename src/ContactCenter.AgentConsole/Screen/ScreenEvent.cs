using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>What can change the screen.</summary>
internal abstract record ScreenEvent;

internal sealed record ViewArrived(AgentView View, DateTimeOffset ReceivedAt) : ScreenEvent;

internal sealed record LinkChanged(LinkState Link) : ScreenEvent;

internal sealed record PhoneChanged(Func<PhoneState, PhoneState> Change) : ScreenEvent;

internal sealed record CommandSent(DeskCommand Command) : ScreenEvent;

internal sealed record CommandAnswered(DeskCommand Command, CommandReply Reply) : ScreenEvent;

internal sealed record CommandUnanswered(DeskCommand Command) : ScreenEvent;

internal sealed record NotesTyped(Guid CallId, string Text) : ScreenEvent;

internal sealed record WishTyped(Guid CallId, string Text) : ScreenEvent;

internal sealed record DispositionChosen(Guid CallId, string? Code) : ScreenEvent;

/// <summary>What this tab had kept over a reload.</summary>
internal sealed record DraftRestored(Guid CallId, NotesDraft Draft) : ScreenEvent;

/// <summary>The server has what stood in the draft at <paramref name="Edit"/>.</summary>
internal sealed record NotesSaved(Guid CallId, int Edit) : ScreenEvent;

internal sealed record NoticeRaised(Notice Notice) : ScreenEvent;

internal sealed record NoticeClosed : ScreenEvent;
