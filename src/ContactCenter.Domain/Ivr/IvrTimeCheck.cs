using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>
/// Proves that nobody listens for long before being offered to a human: along every path a caller can take without coming back to
/// a node, hearing each prompt to its end, with every retry that the flow allows.
/// </summary>
internal sealed class IvrTimeCheck
{
    public static readonly Duration Limit = Duration.FromSeconds(20);

    private readonly IvrFlow _flow;
    private readonly OpeningState _hours;
    private readonly CallerKind _caller;
    private readonly Dictionary<string, (Duration Time, string Path)> _longest = [];

    private IvrTimeCheck(IvrFlow flow, OpeningState hours, CallerKind caller) => (_flow, _hours, _caller) = (flow, hours, caller);

    public static void Run(IvrFlow flow, DiagnosticBag bag)
    {
        var slow = Enum.GetValues<OpeningState>()
            .SelectMany(h => Enum.GetValues<CallerKind>().Select(c => new IvrTimeCheck(flow, h, c)))
            .SelectMany(check => check.Measure())
            .Where(offer => offer.Value.Time > Limit)
            .GroupBy(offer => offer.Key)
            .Select(offers => offers.MaxBy(o => o.Value.Time));
        foreach (var (node, (time, path)) in slow)
            bag.Report(IvrCodes.TooLong, flow.Nodes[node].Span, Math.Ceiling(time.TotalSeconds), (int)Limit.TotalSeconds, path);
    }

    private Dictionary<string, (Duration Time, string Path)> Measure()
    {
        Arrive(_flow.Entry, _flow.Languages[0], Duration.Zero, []);
        return _longest;
    }

    private void Arrive(string id, Language language, Duration elapsed, IReadOnlyList<string> path)
    {
        var (said, node) = IvrPaths.Follow(_flow, id, _hours, _caller);
        elapsed += said.Aggregate(Duration.Zero, (sum, prompt) => sum + IvrVoice.Estimate(prompt, language));
        if (path.Contains(node.Id))
            return;
        path = [.. path, node.Id];
        if (node is MenuNode menu)
            Ask(menu, language, elapsed + IvrVoice.Estimate(menu.Prompt, language), 0, path);
        else if (node is QueueNode)
            Offer(node, elapsed + (said.Count > 0 ? IvrArrival.Breath : Duration.Zero), path);
        else if (node is DialNode dial)
            Offer(node, elapsed + IvrVoice.Estimate(dial.Prompt, language) + IvrArrival.Breath, path);
    }

    private void Ask(MenuNode menu, Language language, Duration elapsed, int misses, IReadOnlyList<string> path)
    {
        foreach (var choice in menu.Choices)
            Arrive(choice.Then, choice.SwitchTo ?? language, elapsed, path);
        Miss(menu, menu.Silence, language, elapsed + menu.Timeout, misses + 1, path);
        Miss(menu, menu.WrongKey, language, elapsed, misses + 1, path);
    }

    private void Miss(MenuNode menu, IvrMiss miss, Language language, Duration elapsed, int misses, IReadOnlyList<string> path)
    {
        if (misses > miss.Times)
            Arrive(miss.Then, language, elapsed, path);
        else
            Ask(menu, language, elapsed + IvrVoice.Estimate(miss.Prompt, language) + IvrVoice.Estimate(menu.Prompt, language), misses, path);
    }

    private void Offer(IvrNode node, Duration time, IReadOnlyList<string> path)
    {
        if (!_longest.TryGetValue(node.Id, out var known) || known.Time < time)
            _longest[node.Id] = (time, string.Join(" → ", path));
    }
}
