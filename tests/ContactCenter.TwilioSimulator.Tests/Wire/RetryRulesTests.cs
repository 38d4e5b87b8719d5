using ContactCenter.TwilioSimulator.Tests.Support;
using ContactCenter.TwilioSimulator.Wire;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.TwilioSimulator.Tests.Wire;

internal sealed class RetryRulesTests
{
    [Test]
    public void Without_a_fragment_only_a_failed_connection_is_tried_again_once()
    {
        var (url, rules) = RetryRules.Split("http://x.example/a?b=c");
        Assert.That((url, rules.Retries, rules.ConnectTimeout, rules.ReadTimeout, rules.TotalTimeout),
            Is.EqualTo(("http://x.example/a?b=c", 1, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15))));
        Assert.That((rules.RetriesOn("ct"), rules.RetriesOn("rt"), rules.RetriesOn("5xx"), rules.RetriesOn("4xx")),
            Is.EqualTo((true, false, false, false)));
    }

    [Test]
    public void The_fragment_is_taken_off_and_read_within_its_bounds()
    {
        var (url, rules) = RetryRules.Split("http://x.example/a?b=c#ct=20000&rt=4000&tt=50&rc=9&rp=rt,5xx&e=dublin");
        Assert.That((url, rules.Retries, rules.ConnectTimeout, rules.ReadTimeout, rules.TotalTimeout),
            Is.EqualTo(("http://x.example/a?b=c", 5, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(4), TimeSpan.FromMilliseconds(100))));
        Assert.That((rules.RetriesOn("ct"), rules.RetriesOn("rt"), rules.RetriesOn("5xx"), rules.RetriesOn("4xx")),
            Is.EqualTo((false, true, true, false)));
    }

    [TestCase("", 500, ExpectedResult = 1)]
    [TestCase("#rc=2&rp=5xx", 500, ExpectedResult = 3)]
    [TestCase("#rc=2&rp=5xx", 404, ExpectedResult = 1)]
    [TestCase("#rc=3&rp=all", 404, ExpectedResult = 4)]
    public async Task<int> The_address_says_how_often_a_failure_is_tried_again(string fragment, int answer)
    {
        await using var bench = await Bench.Set();
        bench.Simulator.Options.Numbers[0].VoiceUrl += fragment;
        bench.Server.Answers("/voice", _ => Results.StatusCode(answer));
        await bench.Dial().IsOver();
        return bench.Server.At("/voice").Count;
    }

    [Test]
    public async Task Attempts_after_the_first_carry_one_token()
    {
        await using var bench = await Bench.Set();
        bench.Simulator.Options.Numbers[0].VoiceUrl += "#rc=2&rp=5xx";
        bench.Server.Answers("/voice", r => bench.Server.At("/voice").Count < 3 ? Results.StatusCode(503)
            : Results.Text("<Response><Say>enfin</Say></Response>", "application/xml"));
        await bench.Dial().Hears("enfin");
        var tokens = bench.Server.At("/voice").Select(r => r.RetryToken).ToList();
        Assert.That((tokens[0], tokens[1] is not null, tokens[1] == tokens[2]), Is.EqualTo(((string?)null, true, true)));
    }

    [Test]
    public async Task An_answer_that_takes_too_long_counts_as_none()
    {
        await using var bench = await Bench.Set();
        bench.Simulator.Options.Numbers[0].VoiceUrl += "#rt=100&ct=100&tt=300&rc=0";
        using var held = new ManualResetEventSlim();
        bench.Server.Answers("/voice", _ =>
        {
            held.Wait();
            return Results.NoContent();
        });
        await bench.Dial().IsOver();
        held.Set();
        Assert.That(bench.Faults.Single().Code, Is.EqualTo(11200));
    }
}
