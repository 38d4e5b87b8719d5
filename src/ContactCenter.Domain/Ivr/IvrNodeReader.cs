using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>Reads the nodes of a flow.</summary>
internal sealed class IvrNodeReader(IvrPromptReader prompts, IvrTargets targets, IvrMenuReader menus, IReadOnlyCollection<string>? dialTargets)
{
    private static readonly Duration DefaultMaxWait = Duration.FromMinutes(15);
    private static readonly Duration DefaultMessage = Duration.FromMinutes(2);

    public IvrNode? Read(string id, SourceSpan span, Fields fields)
    {
        if (id == EmergencyNode.EmergencyId)
            fields.Bag.Report(IvrCodes.ReservedName, span);
        var node = fields.Choice<IvrNodeKind>("kind") switch
        {
            IvrNodeKind.Say => new SayNode(id, span, prompts.Read(fields, "say"), targets.Read(fields, "then", id)),
            IvrNodeKind.Branch => ReadBranch(id, span, fields),
            IvrNodeKind.Menu => menus.Read(id, span, fields),
            IvrNodeKind.Queue => ReadQueue(id, span, fields),
            IvrNodeKind.Voicemail => ReadVoicemail(id, span, fields),
            IvrNodeKind.Dial => ReadDial(id, span, fields),
            IvrNodeKind.Hangup => new HangUpNode(id, span, prompts.Read(fields, "say")),
            null => (IvrNode?)null,
        };
        if (node is not null)
            fields.Done();
        return node;
    }

    private BranchNode ReadBranch(string id, SourceSpan span, Fields fields) =>
        new(id, span, [.. fields.Maps("cases").Select(ReadCase)], targets.Read(fields, "else", id));

    private IvrCase ReadCase(Fields fields)
    {
        var when = fields.Map("when");
        var hours = when?.Choices<OpeningState>("hours") ?? [];
        var callers = when?.Choices<CallerKind>("caller") ?? [];
        when?.Done();
        var then = targets.Require(fields, "then");
        fields.Done();
        return new IvrCase(hours, callers, then);
    }

    private QueueNode ReadQueue(string id, SourceSpan span, Fields fields) => new(
        id, span,
        prompts.ReadOptional(fields, "say"),
        fields.Id("reason") ?? "",
        fields.OptionalChoice<Urgency>("urgency") ?? Urgency.Routine,
        fields.Ids("skills"),
        fields.OptionalDuration("max_wait", Duration.FromSeconds(10), Duration.FromHours(2)) ?? DefaultMaxWait,
        targets.Read(fields, "unanswered", id));

    private VoicemailNode ReadVoicemail(string id, SourceSpan span, Fields fields) => new(
        id, span,
        prompts.Read(fields, "say"),
        fields.Id("reason") ?? "",
        fields.OptionalChoice<Urgency>("urgency") ?? Urgency.Routine,
        fields.OptionalDuration("max_length", Duration.FromSeconds(10), Duration.FromMinutes(10)) ?? DefaultMessage,
        targets.Read(fields, "then", id));

    private DialNode ReadDial(string id, SourceSpan span, Fields fields)
    {
        var target = fields.Id("target") ?? "";
        if (target.Length > 0 && dialTargets?.Contains(target) == false)
            fields.Report(IvrCodes.NoSuchTarget, "target", target, string.Join(", ", dialTargets));
        return new DialNode(id, span, prompts.ReadOptional(fields, "say"), target, targets.Read(fields, "unanswered", id));
    }
}
