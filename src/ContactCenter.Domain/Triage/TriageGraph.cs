namespace ContactCenter.Domain.Triage;

/// <summary>What an agent does to a running protocol.</summary>
public enum TriageTriggerKind
{
    Answer,

    /// <summary>The key for doubt.</summary>
    Doubt,

    /// <summary>A severer disposition, of the agent's own accord.</summary>
    Raise,
}

public readonly record struct TriageTrigger(TriageTriggerKind Kind, TriageAnswer Answer = default, Disposition To = default)
{
    public static TriageTrigger Answered(TriageAnswer answer) => new(TriageTriggerKind.Answer, answer);

    public static TriageTrigger Doubted { get; } = new(TriageTriggerKind.Doubt);

    public static TriageTrigger RaisedTo(Disposition to) => new(TriageTriggerKind.Raise, To: to);
}

/// <summary>Where a protocol stands: at a question, or at a disposition when <see cref="Asking"/> is null.</summary>
public readonly record struct TriagePlace(string? Asking, Disposition? Reached)
{
    public static TriagePlace At(string question) => new(question, null);

    public static TriagePlace At(Disposition disposition) => new(null, disposition);
}

public readonly record struct TriageEdge(TriagePlace From, TriageTrigger Trigger, TriagePlace To);

/// <summary>The edges of a protocol, on which its rules are proved and along which it is walked.</summary>
public static class TriageGraph
{
    public static TriagePlace Start(TriageProtocol protocol) => After(protocol, -1);

    public static IEnumerable<TriagePlace> Places(TriageProtocol protocol) =>
        Questions(protocol).Select(q => TriagePlace.At(q.Id)).Concat(Enum.GetValues<Disposition>().Select(TriagePlace.At));

    public static IEnumerable<TriageEdge> From(TriageProtocol protocol, TriagePlace place) =>
        place.Asking is { } id ? FromQuestion(protocol, place, id) : FromDisposition(protocol, place, place.Reached!.Value);

    private static IEnumerable<TriageEdge> FromQuestion(TriageProtocol protocol, TriagePlace place, string id)
    {
        var questions = Questions(protocol);
        var index = questions.FindIndex(q => q.Id == id);
        var next = After(protocol, index);
        yield return new(place, TriageTrigger.Answered(TriageAnswer.Yes), questions[index].Yes is { } yes ? TriagePlace.At(yes) : next);
        yield return new(place, TriageTrigger.Answered(TriageAnswer.Unknown), questions[index].Unknown is { } unknown ? TriagePlace.At(unknown) : next);
        yield return new(place, TriageTrigger.Answered(TriageAnswer.No), next);
        yield return new(place, TriageTrigger.Doubted, TriagePlace.At(protocol.DoubtExit));
        foreach (var to in protocol.Plans.Keys)
            yield return new(place, TriageTrigger.RaisedTo(to), TriagePlace.At(to));
    }

    /// <summary>Once reached, a disposition can only be raised.</summary>
    private static IEnumerable<TriageEdge> FromDisposition(TriageProtocol protocol, TriagePlace place, Disposition reached)
    {
        if (protocol.DoubtExit > reached)
            yield return new(place, TriageTrigger.Doubted, TriagePlace.At(protocol.DoubtExit));
        foreach (var to in protocol.Plans.Keys.Where(d => d > reached))
            yield return new(place, TriageTrigger.RaisedTo(to), TriagePlace.At(to));
    }

    private static TriagePlace After(TriageProtocol protocol, int index)
    {
        var questions = Questions(protocol);
        return index + 1 < questions.Count ? TriagePlace.At(questions[index + 1].Id) : TriagePlace.At(protocol.Otherwise);
    }

    private static List<(string Id, Disposition? Yes, Disposition? Unknown)> Questions(TriageProtocol protocol) =>
    [
        .. protocol.RedFlags.Select(f => (f.Id, (Disposition?)f.Yes, (Disposition?)f.Unknown)),
        .. protocol.Questions.Select(q => (q.Id, q.Yes, q.Unknown)),
    ];
}
