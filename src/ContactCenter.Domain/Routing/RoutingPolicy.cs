using NodaTime;

namespace ContactCenter.Domain.Routing;

/// <summary>
/// Who gets which call. Pure and deterministic: the same queue, agents and instant give the same choices, with their reasons. Calls are served by
/// <see cref="WaitingCall.Priority"/>; each agent gets at most one.
/// </summary>
public static class RoutingPolicy
{
    public static IReadOnlyList<RoutingChoice> Choose(
        IEnumerable<WaitingCall> waiting, IEnumerable<RoutableAgent> agents, RoutingSettings settings, Instant now)
    {
        var free = agents.ToDictionary(a => a.Agent);
        var byPractice = free.Values.SelectMany(a => a.Practices.Keys.Select(p => (p, a))).ToLookup(x => x.p, x => x.a);
        List<RoutingChoice> choices = [];
        foreach (var call in waiting.OrderByDescending(c => c.Priority(now)).ThenBy(c => c.Since).ThenBy(c => c.Call.Value))
        {
            if (free.Count == 0)
                break;
            if (Best(call, byPractice[call.Practice].Where(a => free.ContainsKey(a.Agent)), settings, now) is not { } choice)
                continue;
            free.Remove(choice.Agent);
            choices.Add(choice);
        }
        return choices;
    }

    private static RoutingChoice? Best(WaitingCall call, IEnumerable<RoutableAgent> agents, RoutingSettings settings, Instant now)
    {
        var waited = now - call.Since;
        var able = agents.Where(a => Able(a, call, settings, now)).ToList();
        var nearest = able.Where(a => call.For == a.Agent || a.Practices[call.Practice].Tier <= Reach(call, waited, settings)).ToList();
        if (nearest.Count == 0)
            return null;
        var tier = nearest.Min(a => a.Practices[call.Practice].Tier);
        var eligible = nearest.Where(a => a.Practices[call.Practice].Tier == tier).ToList();
        var best = eligible.Order(Comparer<RoutableAgent>.Create((x, y) => Compare(x, y, call, settings.Strategy))).First();
        var tie = best.Practices[call.Practice];
        return new RoutingChoice(call.Call, best.Agent, new RoutingReason(
            tier, tie.Familiarity, settings.Strategy, eligible.Count, waited, now - best.IdleSince, best.CallsToday, call.Priority(now) > (long)waited.TotalSeconds));
    }

    // The practice's own secretaries have the first seconds for themselves; who is in danger waits for nobody's turn.
    private static AgentTier Reach(WaitingCall call, Duration waited, RoutingSettings settings) =>
        call.Urgency >= Triage.Urgency.Urgent || call.WasAnswered || waited >= settings.OverflowAfter ? AgentTier.Overflow
        : waited >= settings.TeamAfter ? AgentTier.Team
        : AgentTier.Own;

    private static bool Able(RoutableAgent agent, WaitingCall call, RoutingSettings settings, Instant now) =>
        (call.For is { } awaited ? agent.Agent == awaited : !agent.Awaits)
        && agent.Languages.Contains(call.Language[..2])
        && call.Skills.All(agent.Skills.Contains)
        && !(agent.Refused.TryGetValue(call.Call, out var at) && now - at < settings.AskAgainAfter);

    private static int Compare(RoutableAgent x, RoutableAgent y, WaitingCall call, RoutingStrategy strategy)
    {
        var byStrategy = strategy switch
        {
            RoutingStrategy.LongestIdle => x.IdleSince.CompareTo(y.IdleSince),
            RoutingStrategy.FewestCalls => x.CallsToday.CompareTo(y.CallsToday),
            RoutingStrategy.Familiarity => y.Practices[call.Practice].Familiarity.CompareTo(x.Practices[call.Practice].Familiarity),
        };
        if (byStrategy != 0)
            return byStrategy;
        var byIdle = x.IdleSince.CompareTo(y.IdleSince);
        return byIdle != 0 ? byIdle : x.Agent.Value.CompareTo(y.Agent.Value);
    }
}
