using NodaTime;

namespace ContactCenter.Domain.Routing;

/// <summary>Which of the agents of one tier is asked first.</summary>
public enum RoutingStrategy { LongestIdle, FewestCalls, Familiarity }

/// <param name="TeamAfter">How long a caller waits for the practice's own secretaries before the team is asked too.</param>
/// <param name="OverflowAfter">The same for the overflow.</param>
/// <param name="AskAgainAfter">How long an agent who refused a call is not asked for it again.</param>
public sealed record RoutingSettings(RoutingStrategy Strategy, Duration TeamAfter, Duration OverflowAfter, Duration AskAgainAfter)
{
    public static RoutingSettings Default { get; } =
        new(RoutingStrategy.Familiarity, Duration.FromSeconds(12), Duration.FromSeconds(45), Duration.FromSeconds(30));
}
