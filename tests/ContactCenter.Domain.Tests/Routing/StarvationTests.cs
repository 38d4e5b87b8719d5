using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Tests.Routing;

/// <summary>
/// A floor over hours: several practices and languages, skills, agents who refuse or let ring, more callers than it can serve, the urgent among them.
/// </summary>
/// <remarks>
/// The bound. Two waiting callers keep their order for ever, since both age alike and a head start is at most an hour (emergency) and a quarter (came
/// back from a lost agent). So a caller is passed only by those who rang less than 4,500 s after her, and by each of them only while an agent
/// who could take her is offered to them first. From <see cref="RoutingSettings.OverflowAfter"/> on every agent who knows her language and has her
/// skills is such an agent, but for <see cref="RoutingSettings.AskAgainAfter"/> after refusing her. When the last of those ahead is served, she is offered.
/// </remarks>
internal sealed class StarvationTests
{
    private const int LongestHeadStart = 4_500;
    private static readonly int Floors = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 500 : 12;
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 8, 0);
    private static readonly RoutingSettings Settings = RoutingSettings.Default;

    [Test]
    public void Nobody_who_could_be_served_is_passed_by_more_than_the_bound_or_left_waiting()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("CONTACTCENTER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000);
        TestContext.Out.WriteLine($"CONTACTCENTER_SEED={first}");
        for (var floor = 0; floor < Floors; floor++)
            new Floor(new Random(first + floor), Enum.GetValues<RoutingStrategy>()[floor % 3]).Run();
    }

    private sealed class Floor(Random chance, RoutingStrategy strategy)
    {
        private const int Step = 3;
        private static readonly string[] Languages = ["fr-FR", "en-GB", "ar"];
        private readonly PracticeId[] _practices = [.. Enumerable.Range(1, 4).Select(n => new PracticeId(Id(n)))];
        private readonly RoutingSettings _settings = Settings with { Strategy = strategy };
        private readonly List<WaitingCall> _waiting = [];
        private readonly Dictionary<AgentId, Instant> _busyUntil = [];
        private readonly Dictionary<CallId, int> _passedBy = [];
        private List<RoutableAgent> _agents = [];
        private int _calls;

        public void Run()
        {
            _agents = [.. Enumerable.Range(1, 10).Select(Agent)];
            var longest = 0;
            var at = Start;
            for (var second = 0; second < 6 * 3_600 && (second < 3_600 || _waiting.Count > 0); second += Step)
            {
                at = Start + Duration.FromSeconds(second);
                if (second < 3_600 && chance.Next(3) == 0)
                    _waiting.Add(Caller(at));
                Route(at);
                longest = Math.Max(longest, _waiting.Count);
            }
            Assert.That(longest, Is.GreaterThan(40), "the queue accumulated");
            Assert.That(_waiting, Is.Empty, $"still waiting {at - Start} after the first call");
            Assert.That(_passedBy.Values.Max(), Is.GreaterThan(0), "the urgent went first");
        }

        private void Route(Instant at)
        {
            var free = _agents.Where(a => _busyUntil.GetValueOrDefault(a.Agent) <= at).ToList();
            if (free.Count == 0 || _waiting.Count == 0)
                return;
            var choices = RoutingPolicy.Choose(_waiting, free, _settings, at);
            var offered = choices.Select(c => c.Call).ToHashSet();
            foreach (var choice in choices)
            {
                var (call, agent) = (_waiting.Find(c => c.Call == choice.Call)!, free.Find(a => a.Agent == choice.Agent)!);
                NobodyIsPassed(call, agent, offered, at);
                Answer(call, agent, at);
            }
        }

        // The rule behind the bound: whoever could have had this agent and waits on stands behind the one who got her.
        private void NobodyIsPassed(WaitingCall served, RoutableAgent agent, HashSet<CallId> offered, Instant at)
        {
            foreach (var other in _waiting.Where(c => !offered.Contains(c.Call) && Could(agent, c, at)))
            {
                Assert.That(other.Priority(at), Is.LessThanOrEqualTo(served.Priority(at)));
                if (served.Since <= other.Since)
                    continue;
                _passedBy[other.Call] = _passedBy.GetValueOrDefault(other.Call) + 1;
                Assert.That((served.Since - other.Since).TotalSeconds, Is.LessThanOrEqualTo(LongestHeadStart));
            }
        }

        private bool Could(RoutableAgent agent, WaitingCall call, Instant at) =>
            agent.Practices.ContainsKey(call.Practice) && agent.Languages.Contains(call.Language[..2]) && call.Skills.All(agent.Skills.Contains)
            && at - call.Since >= _settings.OverflowAfter && !(agent.Refused.TryGetValue(call.Call, out var refused) && at - refused < _settings.AskAgainAfter);

        private void Answer(WaitingCall call, RoutableAgent agent, Instant at)
        {
            if (chance.Next(5) == 0)
            {
                // Refused at once or rung out after twenty seconds; the caller keeps her place.
                var decided = at + Duration.FromSeconds(chance.Next(2) * 20);
                _busyUntil[agent.Agent] = decided;
                ((Dictionary<CallId, Instant>)agent.Refused)[call.Call] = decided;
                return;
            }
            _waiting.Remove(call);
            _busyUntil[agent.Agent] = at + Duration.FromSeconds(60 + chance.Next(180));
        }

        private WaitingCall Caller(Instant at)
        {
            var urgency = chance.Next(10) switch { 0 => Urgency.Emergency, 1 => Urgency.Urgent, 2 or 3 => Urgency.Elevated, _ => Urgency.Routine };
            return new WaitingCall(new CallId(Id(10_000 + ++_calls)), _practices[chance.Next(4)], at, urgency, Languages[chance.Next(5) switch { 0 => 1, 1 => 2, _ => 0 }],
                chance.Next(4) == 0 ? ["pediatrics"] : [], chance.Next(20) == 0);
        }

        // The last two know everything, so that everybody can be served.
        private RoutableAgent Agent(int n) => new(
            new AgentId(Id(100 + n)), Start, n % 4,
            _practices.Where((_, i) => n > 8 || i == n % 4 || chance.Next(2) == 0).ToDictionary(p => p, p => new AgentTie(p == _practices[n % 4] ? AgentTier.Own : (AgentTier)chance.Next(1, 3), chance.Next(6))),
            n > 8 ? new HashSet<string> { "fr", "en", "ar" } : n % 3 == 0 ? new HashSet<string> { "fr", "en" } : new HashSet<string> { "fr" },
            n > 8 || n % 2 == 0 ? new HashSet<string> { "pediatrics" } : new HashSet<string>(), new Dictionary<CallId, Instant>());

        private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    }
}
