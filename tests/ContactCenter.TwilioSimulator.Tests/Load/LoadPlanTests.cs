using ContactCenter.TwilioSimulator.Load;

namespace ContactCenter.TwilioSimulator.Tests.Load;

internal sealed class LoadPlanTests
{
    private static readonly LoadPlan Plan = new() { Seed = 7, Calls = 2_000, PerMinute = 30, To = ["+33180000001", "+33180000002"] };

    [Test]
    public void The_same_seed_draws_the_same_callers() => Assert.That(Plan.Callers(), Is.EqualTo((Plan with { Talk = Plan.Talk }).Callers()));

    [Test]
    public void Another_seed_draws_others() => Assert.That((Plan with { Seed = 8 }).Callers(), Is.Not.EqualTo(Plan.Callers()));

    [Test]
    public void More_calls_do_not_change_the_first_ones() => Assert.That((Plan with { Calls = 3_000 }).Callers().Take(2_000),
        Is.EqualTo(Plan.Callers()));

    [Test]
    public void Arrivals_come_at_the_rate_and_not_in_step()
    {
        var at = Plan.Callers().Select(c => c.At.TotalSeconds).ToList();
        Assert.That(at, Is.Ordered);
        Assert.That(at[^1] / at.Count, Is.EqualTo(2).Within(0.15));
        var gaps = at.Zip(at.Skip(1), (a, b) => b - a).ToList();
        Assert.That(gaps.Count(g => g > 2) / (double)gaps.Count, Is.EqualTo(Math.Exp(-1)).Within(0.05));
    }

    [Test]
    public void Talk_is_drawn_around_its_median_within_its_bounds()
    {
        var talk = Plan.Callers().Select(c => c.Talk).Order().ToList();
        Assert.That(talk[talk.Count / 2].TotalSeconds, Is.EqualTo(90).Within(5));
        Assert.That((talk[0] >= Plan.Talk.Least, talk[^1] <= Plan.Talk.Most), Is.EqualTo((true, true)));
    }

    [Test]
    public void Without_spread_every_length_is_the_median() =>
        Assert.That(Lengths.Exactly(TimeSpan.FromSeconds(9)).Draw(new Random(3)), Is.EqualTo(TimeSpan.FromSeconds(9)));

    [Test]
    public void Callers_have_numbers_of_their_own_and_dial_the_lines_in_turn()
    {
        var callers = Plan.Callers().ToList();
        Assert.That(callers.Select(c => c.From).Distinct().Count(), Is.EqualTo(2_000));
        Assert.That(callers.Take(3).Select(c => c.To), Is.EqualTo(["+33180000001", "+33180000002", "+33180000001"]));
        Assert.That(callers[12].From, Is.EqualTo("+33639980012"));
    }

    [TestCase("calls: 0", "SIM012")]
    [TestCase("perMinute: vite", "SIM012")]
    [TestCase("chaos: { drop: 101 }", "SIM012")]
    [TestCase("chaos: { loss: 1 }", "SIM003")]
    [TestCase("talk: { mean: 3s }", "SIM003")]
    [TestCase("talk: longtemps", "SIM006")]
    [TestCase("talk: { least: 9s, most: 3s }", "SIM006")]
    [TestCase("to: [moi]", "SIM007")]
    [TestCase("menu: [{ hear: tapez 1 }]", "SIM008")]
    [TestCase("menu: [{ press: \"1\" }]", "SIM009")]
    [TestCase("agents: 3", "SIM003")]
    public void A_fault_in_a_load_file_has_its_code(string yaml, string code)
    {
        var (plan, faults) = LoadReader.Read("l.yaml", yaml);
        Assert.That((plan, faults.Select(f => f.Code)), Is.EqualTo(((LoadPlan?)null, new[] { code })));
    }

    [Test]
    public void A_load_file_is_read()
    {
        var (plan, faults) =
            LoadReader.Read("l.yaml",
            "seed: 3\ncalls: 5\nperMinute: 0.5\nto: \"15\"\ntalk: 2m\npatience: { median: 3m }\nmenu: []\nchaos: { seed: 4, forge: 2, most: 1s }");
        Assert.That(faults, Is.Empty);
        Assert.That((plan!.Seed, plan.Calls, plan.PerMinute, plan.To[0], plan.Talk, plan.Patience.Median, plan.Menu.Count, plan.Chaos), Is.EqualTo(
            (3, 5, 0.5, "15", Lengths.Exactly(TimeSpan.FromMinutes(2)), TimeSpan.FromMinutes(3), 0,
                new ChaosOptions { Seed = 4, ForgePercent = 2, MostDelay = TimeSpan.FromSeconds(1) })));
    }
}
