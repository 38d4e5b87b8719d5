using System.Text.Json;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Hosting;
using ContactCenter.TwilioSimulator.Load;
using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Load;

internal sealed class LoadRunTests
{
    private static readonly LoadPlan Plan = new()
    {
        Calls = 8, PerMinute = 60, Talk = Lengths.Exactly(TimeSpan.FromSeconds(5)), Patience = Lengths.Exactly(TimeSpan.FromSeconds(8)),
    };

    /// <summary>After the menu, callers are put through to 15.</summary>
    private static async Task<Bench> WithMenu()
    {
        var bench = await Bench.Answering("<Gather numDigits=\"1\" timeout=\"60\" action=\"/keys\"><Say>Rendez-vous, tapez 1.</Say></Gather>");
        bench.Server.Answers("/keys", "<Dial timeout=\"60\">15</Dial>");
        return bench;
    }

    [Test]
    public async Task Callers_talk_for_their_length_and_the_truth_says_so()
    {
        await using var bench = await WithMenu();
        bench.Put("15", ScriptedPhone.Answers());
        var told = await bench.Simulator.Play(Plan);
        Assert.That(told.Count(CallerOutcome.Talked), Is.EqualTo(8), () => told.ToJson());
        Assert.That(told.Callers.Select(c => c.Planned), Is.EqualTo(Plan.Callers()));
        foreach (var caller in told.Callers)
        {
            Assert.That(caller.Call.Segments.Where(s => s.Kind == TrueSegmentKind.Bridged).Sum(s => s.Milliseconds), Is.InRange(4_500, 60_000));
            Assert.That(caller.Call.EndedAt, Is.Not.Null);
        }
        Assert.That(JsonDocument.Parse(told.ToJson()).RootElement.GetProperty("callers").GetArrayLength(), Is.EqualTo(8));
    }

    [Test]
    public async Task Callers_give_up_when_their_patience_ends()
    {
        await using var bench = await WithMenu();
        bench.Put("15", ScriptedPhone.LetsItRing());
        Assert.That((await bench.Simulator.Play(Plan with { Calls = 3 })).Count(CallerOutcome.Abandoned), Is.EqualTo(3));
    }

    [Test]
    public async Task Who_hangs_up_first_is_told()
    {
        await using var bench = await WithMenu();
        bench.Server.Answers("/keys", "<Dial timeLimit=\"1\">15</Dial>");
        bench.Put("15", ScriptedPhone.Answers());
        Assert.That((await bench.Simulator.Play(Plan with
        {
            Calls = 2,
            Talk = Lengths.Exactly(TimeSpan.FromMinutes(9))
        })).Count(CallerOutcome.HungUpOn), Is.EqualTo(2));
    }

    [Test]
    public async Task A_line_that_hangs_up_turned_them_away_and_one_that_says_something_else_lost_them()
    {
        await using var bench = await Bench.Answering("<Say>fermé</Say>");
        Assert.That((await bench.Simulator.Play(Plan with { Calls = 1 })).Count(CallerOutcome.TurnedAway), Is.EqualTo(1));
        bench.Server.Answers("/voice", "<Say>fermé</Say><Pause length=\"600\"/>");
        Assert.That((await bench.Simulator.Play(Plan with { Calls = 1, MenuPatience = TimeSpan.FromSeconds(2) })).Count(CallerOutcome.Lost),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Chaos_begins_and_ends_with_the_load()
    {
        await using var bench = await Bench.Answering("<Hangup/>");
        await bench.Simulator.Play(Plan with { Calls = 2, Menu = [], Chaos = new() { DropPercent = 100 } });
        Assert.That(bench.Server.At("/status"), Is.Empty);
        bench.Dial();
        await bench.Server.Asked("/status");
    }

    [Test]
    public async Task Progress_ends_with_everybody_done()
    {
        await using var bench = await Bench.Answering("<Hangup/>");
        LoadProgress? last = null;
        await bench.Simulator.Play(Plan with { Calls = 2, Menu = [] }, progress => last = progress);
        Assert.That(last, Is.EqualTo(new LoadProgress(2, 2, 0, 0, 2)));
    }

    [Test]
    public async Task The_command_writes_the_truth_of_a_running_simulator()
    {
        await using var bench = await WithMenu();
        bench.Put("15", ScriptedPhone.Answers());
        var (plan, truth) = (Path.GetTempFileName(), new FileInfo(Path.GetTempFileName()));
        await File.WriteAllTextAsync(plan, "calls: 9\nperMinute: 6000\ntalk: 100ms\nmenu: [{ hear: tapez 1, press: \"1\" }]");
        await using var output = new StringWriter();
        var exit = await LoadCommand.Run(
            new(plan), p => p with { Calls = 2 }, truth, new(new Uri(bench.Simulator.Address), new Uri(bench.Url("/"))), new(output, output),
                CancellationToken.None);
        Assert.That((exit, output.ToString()), Is.EqualTo((0, $"Talked 2, HungUpOn 0, Abandoned 0, TurnedAway 0, Lost 0{Environment.NewLine}")));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(truth.FullName));
        Assert.That(json.RootElement.GetProperty("callers")[1].GetProperty("call").GetProperty("segments").GetArrayLength(), Is.GreaterThan(1));
        truth.Delete();
        File.Delete(plan);
    }
}
