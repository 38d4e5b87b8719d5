using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Routing;

/// <summary>How near an agent is to a practice.</summary>
public enum AgentTier
{
    /// <summary>One of the practice's own secretaries.</summary>
    Own,
    Team,
    Overflow,
}

/// <summary>An agent's tie to a practice she answers for. <paramref name="Familiarity"/>: 0 (never answered for it) to 5.</summary>
public sealed record AgentTie(AgentTier Tier, int Familiarity);

/// <summary>An agent who could take a call now.</summary>
/// <param name="IdleSince">When she became available.</param>
/// <param name="Languages">Two-letter codes.</param>
/// <param name="Refused">Calls she declined or let ring out, and when.</param>
public sealed record RoutableAgent(
    AgentId Agent, Instant IdleSince, int CallsToday, IReadOnlyDictionary<PracticeId, AgentTie> Practices, IReadOnlySet<string> Languages,
    IReadOnlySet<string> Skills, IReadOnlyDictionary<CallId, Instant> Refused)
{
    /// <summary>She rings a patient and waits for her: no other call is offered to her meanwhile.</summary>
    public bool Awaits { get; init; }
}
