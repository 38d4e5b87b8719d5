using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>Plays the examples of a flow and tells which of them do not hold.</summary>
internal static class IvrExampleChecks
{
    public static void Run(IvrFlow flow, IReadOnlyList<IvrExample> examples, DiagnosticBag bag)
    {
        var visited = new HashSet<string>();
        foreach (var example in examples)
        {
            var context = new IvrContext(example.At.InZoneLeniently(flow.Hours.Zone).ToInstant(), example.Caller);
            var rehearsed = IvrRehearsal.Play(flow, context, example.Answers);
            visited.UnionWith(rehearsed.Path);
            if (Objection(example, rehearsed) is { } objection)
                bag.Report(IvrCodes.ExampleFails, example.Span, example.Name, objection);
        }

        foreach (var node in flow.Nodes.Values.Where(n => IvrEdges.Listens(n) && !visited.Contains(n.Id)))
            bag.Report(IvrCodes.Unexampled, node.Span, node.Id);
    }

    private static string? Objection(IvrExample example, IvrRehearsed rehearsed)
    {
        var outcome = IvrOutcomes.Of(rehearsed.Last.Next);
        var node = rehearsed.Last.Position.Node;
        if (outcome != example.Outcome)
            return $"it comes to {SnakeCase.Name(outcome)} at '{node}', by {string.Join(" → ", rehearsed.Path)}.";
        if (example.Node is { } expected && expected != node)
            return $"it comes to '{node}', by {string.Join(" → ", rehearsed.Path)}.";
        var heard = string.Join(' ', rehearsed.Heard);
        var unheard = example.Hears.FirstOrDefault(words => !heard.Contains(words, StringComparison.OrdinalIgnoreCase));
        return unheard is null ? null : $"\"{unheard}\" is not heard; what is heard: {heard}";
    }
}
