using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>
/// Plays a flow to one caller at one time: what would she have heard, and where would she have come? For examples, and for an
/// author who asks.
/// </summary>
public static class IvrRehearsal
{
    /// <summary>
    /// Gives the answers one after the other. Where the flow asks nothing but listens for the emergency key, the caller waits, unless
    /// that key is her next answer. The rehearsal ends when the answers are used up and the flow waits for one, or has left.
    /// </summary>
    public static IvrRehearsed Play(IvrFlow flow, IvrContext context, IReadOnlyList<IvrInput> answers)
    {
        var left = new Queue<IvrInput>(answers);
        var step = IvrWalk.Start(flow, context);
        List<IvrStep> steps = [step];
        while (NextInput(flow, step, left) is { } input)
        {
            step = IvrWalk.Continue(flow, step.Position, input, context);
            steps.Add(step);
        }

        return new IvrRehearsed(steps);
    }

    private static IvrInput? NextInput(IvrFlow flow, IvrStep step, Queue<IvrInput> left)
    {
        var emergencyNext = left.TryPeek(out var next) && next is IvrKeys { Keys: var keys } && keys.Contains(flow.EmergencyKey, StringComparison.Ordinal);
        if (step.Next is IvrAsk && flow.Nodes[step.Position.Node] is not MenuNode && !emergencyNext)
            return new IvrSilence();
        return left.TryDequeue(out var answer) ? answer : null;
    }
}

/// <summary>The steps of a rehearsal, from the first thing heard to the last.</summary>
public sealed record IvrRehearsed(IReadOnlyList<IvrStep> Steps)
{
    public IvrStep Last => Steps[^1];

    /// <summary>The nodes at which the caller was listened to, or where she left, in order.</summary>
    public IReadOnlyList<string> Path => [.. Steps.Select(s => s.Position.Node).Aggregate(new List<string>(), Append)];

    /// <summary>All sentences, in order.</summary>
    public IEnumerable<string> Heard => Steps.SelectMany(s => s.Prompts).OfType<IvrSay>().Select(s => s.Text);

    private static List<string> Append(List<string> path, string node)
    {
        if (path.Count == 0 || path[^1] != node)
            path.Add(node);
        return path;
    }
}
