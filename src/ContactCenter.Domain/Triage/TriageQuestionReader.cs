using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>Reads the questions of a protocol and puts the shared ones among them.</summary>
internal sealed class TriageQuestionReader(Fields fields, TriageProtocol? inherited)
{
    private enum FactKind
    {
        Fact,
    }

    /// <summary>Severest first; at equal severity the shared ones before the practice's own.</summary>
    public IReadOnlyList<RedFlag> RedFlags()
    {
        var own = (inherited is null ? fields.Maps("red_flags") : fields.OptionalMaps("red_flags")).Select(ReadFlag).OfType<RedFlag>().ToList();
        foreach (var (before, flag) in own.Zip(own.Skip(1)).Where(pair => pair.Second.Yes > pair.First.Yes))
            fields.Bag.Report(TriageCodes.WrongOrder, flag.Span, flag.Id, flag.Yes.NameOf(), before.Id);
        return [.. (inherited?.RedFlags ?? []).Select(f => f with { Inherited = true }).Concat(own).OrderByDescending(f => f.Yes)];
    }

    public IReadOnlyList<TriageQuestion> Others(TriageProtocol? shared)
    {
        var own = fields.OptionalMaps("questions").Select(ReadQuestion).OfType<TriageQuestion>().ToList();
        foreach (var (before, question) in own.Zip(own.Skip(1)).Where(pair => pair.Second.Yes > (pair.First.Yes ?? Disposition.Message)))
            fields.Bag.Report(TriageCodes.WrongOrder, question.Span, question.Id, question.Yes!.Value.NameOf(), before.Id);
        return [.. (shared?.Questions ?? []).Select(q => q with { Inherited = true }).Concat(own).OrderByDescending(q => q.Yes ?? Disposition.Message)];
    }

    public static Disposition? ReadDisposition(Fields fields, string key, bool optional)
    {
        var text = optional ? fields.OptionalText(key) : fields.Text(key);
        var disposition = Dispositions.Parse(text);
        if (text is not null && disposition is null)
            fields.Report(TriageCodes.UnknownDisposition, key, text, string.Join(", ", Dispositions.Names));
        return disposition;
    }

    private RedFlag? ReadFlag(Fields flag)
    {
        var id = flag.Id("id");
        var ask = ReadAsk(flag);
        flag.Choice<FactKind>("kind");
        var note = flag.OptionalText("note");
        var yes = ReadAnswer(flag, "yes");
        var unknown = ReadAnswer(flag, "unknown");
        flag.Done();
        if (unknown is { } mild && !mild.IsImmediate())
            flag.Report(TriageCodes.UnknownTooMild, "unknown", id ?? "", mild.NameOf());
        return id is null || ask is null || yes is null || unknown is null ? null : new RedFlag(id, flag.Span, ask, note, yes.Value, unknown.Value, Inherited: false);
    }

    private TriageQuestion? ReadQuestion(Fields question)
    {
        var id = question.Id("id");
        var ask = ReadAsk(question);
        var yes = question.Has("yes") ? ReadAnswer(question, "yes") : null;
        var unknown = question.Has("unknown") ? ReadAnswer(question, "unknown") : yes;
        question.Done();
        if (yes is { } severe && severe.IsImmediate())
            question.Report(TriageCodes.BelongsToRedFlags, "yes", id ?? "", severe.NameOf());
        return id is null || ask is null ? null : new TriageQuestion(id, question.Span, ask, yes, unknown, Inherited: false);
    }

    private static string? ReadAsk(Fields question)
    {
        var ask = question.Text("ask");
        if (ask is not null && (!ask.EndsWith('?') || ask.Count(c => c == '?') > 1))
            question.Report(TriageCodes.NotAQuestion, "ask");
        return ask;
    }

    private static Disposition? ReadAnswer(Fields question, string key)
    {
        if (question.Map(key) is not { } map)
            return null;
        var disposition = ReadDisposition(map, "disposition", optional: false);
        map.Done();
        return disposition;
    }
}
