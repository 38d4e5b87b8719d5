using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Routing;

internal sealed class RoutingPolicyTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly PracticeId Lilas = new(Id(1));
    private static readonly RoutingSettings Settings = RoutingSettings.Default;

    private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static WaitingCall Call(int n, int waitedSeconds, Urgency urgency = Urgency.Routine, string language = "fr-FR", params string[] skills) =>
        new(new CallId(Id(n)), Lilas, Now - Duration.FromSeconds(waitedSeconds), urgency, language, skills);

    private static RoutableAgent Agent(int n, AgentTier tier, int familiarity = 3, int idleSeconds = 60, int calls = 0, string[]? languages = null, params (int Call, int SecondsAgo)[] refused) =>
        new(new AgentId(Id(100 + n)), Now - Duration.FromSeconds(idleSeconds), calls, new Dictionary<PracticeId, AgentTie> { [Lilas] = new(tier, familiarity) },
            (languages ?? ["fr"]).ToHashSet(), new HashSet<string>(), refused.ToDictionary(r => new CallId(Id(r.Call)), r => Now - Duration.FromSeconds(r.SecondsAgo)));

    private static List<(CallId, AgentId)> Choose(IEnumerable<WaitingCall> calls, IEnumerable<RoutableAgent> agents, RoutingSettings? settings = null) =>
        [.. RoutingPolicy.Choose(calls, agents, settings ?? Settings, Now).Select(c => (c.Call, c.Agent))];

    [Test]
    public void The_practice_s_own_secretary_comes_before_a_team_mate_who_knows_it_better() =>
        Assert.That(Choose([Call(1, 60)], [Agent(1, AgentTier.Team, 5), Agent(2, AgentTier.Own, 1)]), Is.EqualTo(new[] { (new CallId(Id(1)), new AgentId(Id(102))) }));

    [TestCase(5, 0)]
    [TestCase(12, 1)]
    public void The_team_is_asked_after_the_own_secretaries_time(int waited, int offers) =>
        Assert.That(Choose([Call(1, waited)], [Agent(1, AgentTier.Team)]), Has.Count.EqualTo(offers));

    [Test]
    public void An_urgent_caller_waits_for_nobody_s_turn() =>
        Assert.That(Choose([Call(1, 0, Urgency.Urgent)], [Agent(1, AgentTier.Overflow)]), Has.Count.EqualTo(1));

    [Test]
    public void The_urgent_call_goes_first_and_the_long_waiting_one_before_a_younger_urgent()
    {
        var one = new[] { Agent(1, AgentTier.Own) };
        Assert.That(Choose([Call(1, 100), Call(2, 5, Urgency.Urgent)], one)[0].Item1, Is.EqualTo(new CallId(Id(2))));
        Assert.That(Choose([Call(1, 700), Call(2, 5, Urgency.Urgent)], one)[0].Item1, Is.EqualTo(new CallId(Id(1))));
    }

    [Test]
    public void A_language_that_nobody_speaks_waits() =>
        Assert.That(Choose([Call(1, 90, Urgency.Routine, "en-GB")], [Agent(1, AgentTier.Own)]), Is.Empty);

    [Test]
    public void A_skill_that_she_lacks_keeps_a_call_from_her() =>
        Assert.That(Choose([Call(1, 90, Urgency.Routine, "fr-FR", "pediatrie")], [Agent(1, AgentTier.Own)]), Is.Empty);

    [Test]
    public void A_caller_who_is_spoken_to_in_English_goes_to_her_who_speaks_it_though_others_are_nearer() =>
        Assert.That(
            Choose([Call(1, 60, Urgency.Routine, "en-GB")], [Agent(1, AgentTier.Own, 5), Agent(2, AgentTier.Overflow, 0, languages: ["fr", "en"])]),
            Is.EqualTo(new[] { (new CallId(Id(1)), new AgentId(Id(102))) }));

    [Test]
    public void A_call_that_asks_for_skills_goes_to_her_who_has_them_all()
    {
        RoutableAgent[] agents =
        [
            Agent(1, AgentTier.Own) with { Skills = new HashSet<string> { "pediatrie" } },
            Agent(2, AgentTier.Own) with { Skills = new HashSet<string> { "pediatrie", "vaccins" } },
        ];
        Assert.That(Choose([Call(1, 90, Urgency.Routine, "fr-FR", "vaccins", "pediatrie")], agents), Is.EqualTo(new[] { (new CallId(Id(1)), new AgentId(Id(102))) }));
        Assert.That(Choose([Call(1, 90)], agents), Has.Count.EqualTo(1), "who can more can less");
    }

    [TestCase(10, 0)]
    [TestCase(31, 1)]
    public void Who_refused_a_call_is_not_asked_again_at_once(int secondsAgo, int offers) =>
        Assert.That(Choose([Call(1, 90)], [Agent(1, AgentTier.Own, refused: (1, secondsAgo))]), Has.Count.EqualTo(offers));

    [TestCase(RoutingStrategy.LongestIdle, 1)]
    [TestCase(RoutingStrategy.FewestCalls, 2)]
    [TestCase(RoutingStrategy.Familiarity, 3)]
    public void The_strategy_decides_within_a_tier(RoutingStrategy strategy, int expected)
    {
        RoutableAgent[] agents = [Agent(1, AgentTier.Own, 1, 900, 9), Agent(2, AgentTier.Own, 2, 100, 1), Agent(3, AgentTier.Own, 5, 50, 5)];
        Assert.That(Choose([Call(1, 5)], agents, Settings with { Strategy = strategy })[0].Item2, Is.EqualTo(new AgentId(Id(100 + expected))));
    }

    [Test]
    public void No_agent_and_no_call_is_chosen_twice_and_the_order_of_the_lists_does_not_matter()
    {
        var calls = Gen.Select(Gen.Int[1, 200], Gen.Int[0, 900], Gen.Enum<Urgency>()).List[0, 40]
            .Select(list => list.DistinctBy(x => x.Item1).Select(x => Call(x.Item1, x.Item2, x.Item3)).ToList());
        var agents = Gen.Select(Gen.Int[1, 50], Gen.Enum<AgentTier>(), Gen.Int[0, 5], Gen.Int[0, 3]).List[0, 20]
            .Select(list => list.DistinctBy(x => x.Item1).Select(x => Agent(x.Item1, x.Item2, x.Item3, 60, x.Item4)).ToList());
        Gen.Select(calls, agents).Sample((waiting, free) =>
        {
            var chosen = Choose(waiting, free);
            Assert.That(chosen.Select(c => c.Item1), Is.Unique);
            Assert.That(chosen.Select(c => c.Item2), Is.Unique);
            Assert.That(Choose(Enumerable.Reverse(waiting), Enumerable.Reverse(free)), Is.EqualTo(chosen));
        });
    }

    [Test]
    public void However_many_urgent_calls_keep_coming_a_routine_call_is_served_in_the_end()
    {
        Gen.Int[1, 60].Sample(everySeconds =>
        {
            var routine = Call(1, 0);
            for (var second = 0; second < 7_200; second += everySeconds)
            {
                var at = Now + Duration.FromSeconds(second);
                var newcomer = new WaitingCall(new CallId(Id(second + 2)), Lilas, at, Urgency.Emergency, "fr-FR", []);
                if (RoutingPolicy.Choose([routine, newcomer], [Agent(1, AgentTier.Own)], Settings, at)[0].Call == routine.Call)
                    return;
            }
            Assert.Fail($"Starved although one agent is free every {everySeconds} s.");
        });
    }
}
