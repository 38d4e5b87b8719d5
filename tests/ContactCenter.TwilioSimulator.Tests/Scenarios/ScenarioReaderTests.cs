using ContactCenter.TwilioSimulator.Load;
using ContactCenter.TwilioSimulator.Scenarios;

namespace ContactCenter.TwilioSimulator.Tests.Scenarios;

internal sealed class ScenarioReaderTests
{
    private const string Dial = "- dial: { from: \"+33612345601\", to: \"+33180000001\" }";

    [TestCase("steps: [", "SIM001")]
    [TestCase("bonjour", "SIM002")]
    [TestCase("scenario: sans pas", "SIM002")]
    [TestCase("steps: dial", "SIM002")]
    [TestCase("colour: red\nsteps:\n" + Dial, "SIM003", 1, 1)]
    [TestCase("steps:\n- dial: { from: anonymous, to: \"15\", with: x }", "SIM003", 2, 38)]
    [TestCase("steps:\n" + Dial + "\n- dance", "SIM004", 3, 3)]
    [TestCase("steps:\n" + Dial + "\n- answer", "SIM004", 3, 3)]
    [TestCase("steps:\n- hangUp", "SIM005", 2, 1)]
    [TestCase("steps:\n" + Dial + "\n" + Dial, "SIM005", 3, 3)]
    [TestCase("steps:\n" + Dial + "\n- wait: bientôt", "SIM006", 3, 9)]
    [TestCase("steps:\n- dial: { from: \"moi\", to: \"15\" }", "SIM007")]
    [TestCase("steps:\n" + Dial + "\n- press: abc", "SIM008", 3, 10)]
    [TestCase("steps:\n" + Dial + "\n- hear: \"\"", "SIM009", 3, 9)]
    [TestCase("steps:\n" + Dial + "\n- hangUp\n- wait: 1s", "SIM010", 4, 3)]
    [TestCase("steps:\n" + Dial + "\nphones:\n  \"15\": [hangUp]", "SIM011", 4, 10)]
    public void A_fault_has_its_code_and_place(string yaml, string code, int line = 0, int column = 0)
    {
        var (scenario, faults) = ScenarioReader.Read("s.yaml", yaml);
        Assert.That(scenario, Is.Null);
        var fault = faults.FirstOrDefault(f => f.Code == code);
        Assert.That(fault, Is.Not.Null, () => string.Join("\n", faults));
        if (line > 0)
            Assert.That(fault!.At, Is.EqualTo(new Place("s.yaml", line, column)));
    }

    [Test]
    public void All_faults_are_told_at_once_as_a_compiler_tells_them()
    {
        var (_, faults) = ScenarioReader.Read("s.yaml", $"steps:\n{Dial}\n- dance\n- press: abc");
        Assert.That(faults.Select(f => f.ToString()[..22]), Is.EqualTo(["s.yaml(3,3): SIM004: `", "s.yaml(4,10): SIM008: "]));
    }

    [Test]
    public void Steps_are_read_with_what_belongs_to_them()
    {
        var (scenario, faults) = ScenarioReader.Read("s.yaml", $"""
            steps:
            {Dial}
            - hear: {"{"} words: tapez 1, within: 1.5s {"}"}
            - speak: rendez-vous
            - connected
            - ended: 2m
            phones:
              "15": [answer, wait: 500ms, hangUp]
              "+33600000015": voicemail
            """);
        Assert.That(faults, Is.Empty);
        Assert.That(scenario!.Steps.Select(s => s with { At = default }), Is.EqualTo(new Step[]
        {
            new DialStep(default, "+33612345601", "+33180000001"), new HearStep(default, "tapez 1", TimeSpan.FromSeconds(1.5)),
                new SpeakStep(default, "rendez-vous"),
            new ConnectedStep(default, TimeSpan.FromSeconds(60)), new EndedStep(default, TimeSpan.FromMinutes(2)),
        }));
        Assert.That(scenario.Phones.Select(p => (p.Number, p.Steps.Count)), Is.EqualTo([("15", 3), ("+33600000015", 1)]));
    }

    [Test]
    public void The_samples_can_be_played()
    {
        var files = Directory.GetFiles(Path.Combine(Root(), "src/ContactCenter.TwilioSimulator/Scenarios/samples"), "*.yaml");
        Assert.That(files, Has.Length.GreaterThanOrEqualTo(4));
        Assert.That(files.SelectMany(f => f.EndsWith(".load.yaml", StringComparison.Ordinal) ? LoadReader.Read(f, File.ReadAllText(f)).Faults
            : ScenarioReader.Read(f, File.ReadAllText(f)).Faults), Is.Empty);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ContactCenter.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
