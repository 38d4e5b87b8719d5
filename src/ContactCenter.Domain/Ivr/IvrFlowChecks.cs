using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;

namespace ContactCenter.Domain.Ivr;

/// <summary>What is proved about the graph of a flow whose every target exists.</summary>
internal static class IvrFlowChecks
{
    public static void Run(IvrFlow flow, DiagnosticBag bag)
    {
        CheckReachable(flow, bag);
        if (FindCycles(flow, bag))
            return;
        CheckMisses(flow, bag);
        CheckUrgent(flow, bag);
        CheckSilentCallers(flow, bag);
        CheckGreetings(flow, bag);
        IvrTimeCheck.Run(flow, bag);
    }

    private static void CheckReachable(IvrFlow flow, DiagnosticBag bag)
    {
        var reached = new HashSet<string> { EmergencyNode.EmergencyId };
        var open = new Stack<string>([flow.Entry, flow.GiveUp]);
        while (open.TryPop(out var id))
        {
            if (reached.Add(id))
                IvrEdges.Of(flow.Nodes[id]).ToList().ForEach(e => open.Push(e.Target));
        }

        foreach (var node in flow.Nodes.Values.Where(n => !reached.Contains(n.Id)))
            bag.Report(IvrCodes.Unreachable, node.Span, node.Id);
    }

    /// <summary>A circle of edges that need no key of the caller's would never end.</summary>
    private static bool FindCycles(IvrFlow flow, DiagnosticBag bag)
    {
        var found = false;
        var done = new HashSet<string>();
        foreach (var id in flow.Nodes.Keys)
            Visit(id, []);
        return found;

        void Visit(string id, List<string> path)
        {
            var back = path.IndexOf(id);
            if (back >= 0)
            {
                bag.Report(IvrCodes.Cycle, flow.Nodes[id].Span, string.Join(" → ", [.. path[back..], id]));
                found = true;
            }
            else if (!done.Contains(id))
            {
                foreach (var edge in IvrEdges.Of(flow.Nodes[id]).Where(e => e.Trigger.Kind != IvrTriggerKind.Key))
                    Visit(edge.Target, [.. path, id]);
                done.Add(id);
            }
        }
    }

    private static void CheckMisses(IvrFlow flow, DiagnosticBag bag)
    {
        foreach (var menu in flow.Nodes.Values.OfType<MenuNode>())
        {
            if (IvrPaths.Ahead(flow, menu.Silence.Then).Concat(IvrPaths.Ahead(flow, menu.WrongKey.Then)).Any(n => n is HangUpNode))
                bag.Report(IvrCodes.SilenceHangsUp, menu.Span);
        }

        if (IvrPaths.Ahead(flow, flow.GiveUp).FirstOrDefault(n => n is HangUpNode) is { } end)
            bag.Report(IvrCodes.SilenceHangsUp, end.Span);
    }

    private static void CheckUrgent(IvrFlow flow, DiagnosticBag bag)
    {
        foreach (var node in flow.Nodes.Values)
        {
            var heard = node switch
            {
                QueueNode { Urgency: >= Urgency.Urgent } queue => IvrPaths.Ahead(flow, queue.Unanswered).All(n => n is DialNode or EmergencyNode),
                VoicemailNode { Urgency: >= Urgency.Urgent } => false,
                _ => true,
            };
            if (!heard)
                bag.Report(IvrCodes.UrgencyUnheard, node.Span);
        }
    }

    private static void CheckSilentCallers(IvrFlow flow, DiagnosticBag bag)
    {
        foreach (var caller in Enum.GetValues<CallerKind>())
        {
            var node = IvrPaths.Follow(flow, flow.Entry, OpeningState.Open, caller).Last;
            while (node is MenuNode menu)
                node = IvrPaths.Follow(flow, menu.Silence.Then, OpeningState.Open, caller).Last;
            if (node is not (QueueNode or DialNode or EmergencyNode))
                bag.Report(IvrCodes.NobodyAnswers, node.Span, SnakeCase.Name(caller));
        }
    }

    private static void CheckGreetings(IvrFlow flow, DiagnosticBag bag)
    {
        foreach (var hours in Enum.GetValues<OpeningState>())
        {
            foreach (var caller in Enum.GetValues<CallerKind>())
            {
                var (said, last) = IvrPaths.Follow(flow, flow.Entry, hours, caller);
                if (!Warns(said.Append(IvrPaths.PromptOf(last)), flow.EmergencyKey))
                    bag.Report(IvrCodes.EmergencyUnsaid, last.Span, SnakeCase.Name(hours), SnakeCase.Name(caller), flow.EmergencyKey);
            }
        }
    }

    private static bool Warns(IEnumerable<IvrPrompt?> said, char key)
    {
        var words = said.OfType<IvrPrompt>().SelectMany(p => Wording.Of(p.Say.Fr).Words).ToHashSet();
        return words.Contains("15") && words.Contains(key == '*' ? "etoile" : $"{key}");
    }
}
