using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Practices;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Routing;

/// <summary>An agent as colleagues and routing know her. Everything here changes seldom but her presence.</summary>
/// <param name="InHand">The practice whose call she has in hand, from acceptance to the end of wrap-up, or null.</param>
internal sealed record FloorAgent(
    AgentProfile Profile, string Name, AgentPresence? Presence, IReadOnlyDictionary<PracticeId, AgentPractice> Practices, (PracticeId Id, string Name)? InHand = null)
{
    /// <summary>The number of the first reading in which colleagues saw her as they do now.</summary>
    public long ChangedIn { get; init; }

    public bool LooksLike(FloorAgent other) => Looks == other.Looks;

    public bool AnswersForTheSame(FloorAgent other) => other.Practices.Count == Practices.Count && other.Practices.Keys.All(Practices.ContainsKey);

    private (string Name, string Initials, Presence? Presence, string? AwayReason, Instant? Since, (PracticeId, string)? InHand) Looks =>
        (Name, Profile.Initials, Presence?.Presence, Presence?.AwayReason, Presence?.Since, InHand);
}

/// <summary>Who waits: only calls in the queue or on offer.</summary>
internal sealed record FloorCall(CallId Id, PracticeId Practice, Instant Since, Urgency Urgency, CallState State);

/// <summary>One reading of the floor.</summary>
/// <param name="Number">From 1, by this process.</param>
/// <param name="TeamsChangedIn">The number of the first reading with these agents and the practices they answer for now.</param>
internal sealed record FloorReading(
    long Number, long TeamsChangedIn, IReadOnlyDictionary<AgentId, FloorAgent> Agents, ILookup<PracticeId, FloorAgent> Teams, IReadOnlyList<FloorCall> Waiting)
{
    public static FloorReading After(FloorReading? before, IReadOnlyCollection<FloorAgent> agents, IReadOnlyList<FloorCall> waiting)
    {
        var number = (before?.Number ?? 0) + 1;
        var dated = agents.Select(a => a with { ChangedIn = before?.Agents.GetValueOrDefault(a.Profile.Id) is { } was && was.LooksLike(a) ? was.ChangedIn : number })
            .ToDictionary(a => a.Profile.Id);
        var teamsStand = before?.Agents.Count == dated.Count
            && dated.Values.All(a => before.Agents.GetValueOrDefault(a.Profile.Id)?.AnswersForTheSame(a) == true);
        var teams = dated.Values.SelectMany(a => a.Practices.Keys.Select(p => (Practice: p, Agent: a))).ToLookup(t => t.Practice, t => t.Agent);
        return new FloorReading(number, teamsStand ? before!.TeamsChangedIn : number, dated, teams, waiting);
    }
}
