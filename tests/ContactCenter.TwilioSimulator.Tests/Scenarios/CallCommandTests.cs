using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Hosting;
using ContactCenter.TwilioSimulator.Scenarios;
using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Scenarios;

/// <summary>The command plays on a running simulator, over the socket of its page.</summary>
internal sealed class CallCommandTests
{
    private static async Task<(int Exit, string Told, string Errors)> Play(Bench bench, string yaml)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, yaml);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        try
        {
            var exit = await CallCommand.Run(new(file), new(new Uri(bench.Simulator.Address), new Uri(bench.Url("/"))), new(output, errors),
                CancellationToken.None);
            return (exit, output.ToString(), errors.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Every_step_happened()
    {
        await using var bench = await Bench.Answering("<Gather numDigits=\"1\" action=\"/keys\"><Say>Rendez-vous, tapez 1.</Say></Gather>");
        bench.Server.Answers("/keys", "<Dial><Number>15</Number></Dial>");
        var (exit, told, errors) = await Play(bench, """
            steps:
            - dial: { from: "+33612345601", to: "+33180000001" }
            - hear: RENDEZ-VOUS, tapez 1
            - press: "1"
            - connected: 10s
            - ended: 10s
            phones:
              "15": [answer, wait: 100ms, hangUp]
            """);
        Assert.That((exit, errors), Is.EqualTo((0, "")));
        Assert.That(told, Does.Contain("every step happened"));
    }

    [Test]
    public async Task A_step_that_does_not_happen_is_told_with_its_place_and_what_was_heard()
    {
        await using var bench = await Bench.Answering("<Say>Le cabinet est fermé.</Say><Pause length=\"600\"/>");
        var (exit, _, errors) =
            await Play(bench, "steps:\n- dial: { from: \"+33612345601\", to: \"+33180000001\" }\n- hear: { words: tapez 1, within: 200ms }");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("(3,3): did not hear “tapez 1” within 0.2 s").And.Contain("“Le cabinet est fermé.”"));
        await Bench.Eventually(() => bench.Simulator.Board.Legs.All(l => l.IsOver), "the caller hung up");
    }

    [Test]
    public async Task A_wrong_number_fails()
    {
        await using var bench = await Bench.Set();
        Assert.That((await Play(bench, "steps:\n- dial: { from: anonymous, to: \"+33199999999\" }\n- connected: 5s")).Exit, Is.EqualTo(1));
    }

    [Test]
    public async Task A_faulty_file_is_not_played()
    {
        await using var bench = await Bench.Set();
        Assert.That((await Play(bench, "steps: []")).Exit, Is.EqualTo(2));
        Assert.That(bench.Simulator.Board.Legs, Is.Empty);
    }

    [Test]
    public async Task A_voicemail_answers_and_never_presses_a_key()
    {
        await using var bench = await Bench.Set();
        bench.Server.Answers("/voice", $"<Dial action=\"/ended\"><Number url=\"{bench.Url("/whisper")}\">15</Number></Dial>");
        bench.Server.Answers("/whisper", "<Gather numDigits=\"1\" timeout=\"2\" action=\"/accept\"><Say>tapez 1</Say></Gather><Hangup/>");
        bench.Server.Answers("/ended", "<Say>personne</Say><Pause length=\"5\"/>");
        var (exit, _, errors) = await Play(bench, """
            steps:
            - dial: { from: "+33612345601", to: "+33180000001" }
            - hear: personne
            phones:
              "15": voicemail
            """);
        Assert.That((exit, errors), Is.EqualTo((0, "")));
        Assert.That(bench.Server.At("/accept"), Is.Empty);
    }

    [Test]
    public async Task Scripted_phones_of_this_process_play_the_same_scenario()
    {
        await using var bench = await Bench.Answering("<Dial>15</Dial>");
        var scenario = ScenarioReader.Read("s.yaml", "steps:\n- dial: \"+33180000001\"\n- connected: 10s\nphones:\n  \"15\": answer").Scenario!;
        var run = new ScenarioRun(new LocalPhones(bench.Simulator), bench.Simulator.Options.Time, _ => { });
        Assert.That(await run.Play(scenario, CancellationToken.None), Is.Null);
    }
}
