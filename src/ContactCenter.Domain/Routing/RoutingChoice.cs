using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Routing;

/// <summary>Why an agent was chosen, as facts; the screen makes sentences of them.</summary>
/// <param name="Rank">Her place among <paramref name="Eligible"/> agents by <paramref name="Strategy"/>: she is the first.</param>
/// <param name="Waited">How long the caller had waited.</param>
public sealed record RoutingReason(AgentTier Tier, int Familiarity, RoutingStrategy Strategy, int Eligible, Duration Waited, Duration Idle, int CallsToday, bool Jumped);

public sealed record RoutingChoice(CallId Call, AgentId Agent, RoutingReason Because);
