using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>One sentence for her, until the next command or until closed.</summary>
/// <param name="Sentence">The server's own words, or null when <paramref name="Kind"/> says it all.</param>
internal sealed record Notice(NoticeKind Kind, string? Sentence = null)
{
    public static Notice Unanswered { get; } = new(NoticeKind.Unanswered);

    public static Notice? From(CommandReply reply) => reply.Outcome switch
    {
        CommandOutcome.Done or CommandOutcome.ConfirmationNeeded => null,
        CommandOutcome.TooLate => new Notice(NoticeKind.TooLate, reply.Sentence),
        CommandOutcome.NotAllowed => new Notice(NoticeKind.NotAllowed, reply.Sentence),
        CommandOutcome.NotFound => new Notice(NoticeKind.NotFound, reply.Sentence),
    };
}

internal enum NoticeKind { TooLate, NotAllowed, NotFound, Unanswered, Information }
