using System.Text.Json;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Scripts;

public sealed class CheckScriptsTests
{
    private ScriptFolderCopy _scripts = null!;

    [SetUp]
    public void Copy() => _scripts = new ScriptFolderCopy();

    [TearDown]
    public void Delete() => _scripts.Dispose();

    [Test]
    public void Clean_scripts_give_zero()
    {
        var (exit, output) = Run();

        Assert.That(exit, Is.Zero);
        Assert.That(output, Does.Contain("2 practices").And.Contain("0 errors, 0 warnings"));
    }

    [Test]
    public void Every_fault_of_every_file_is_said_at_once_in_a_form_that_editors_understand()
    {
        _scripts.Edit("ivr-scripts/cabinet-des-lilas/accueil.yaml", "    then: confrere\n\n  menu:", "    then: confere\n\n  menu:");
        _scripts.Edit("protocols/shared/allergie.yaml", "doubt_exit: DOCTOR_NOW", "doubt_exit: ROUTINE");
        _scripts.Edit("protocols/cabinet-des-lilas/escalation.yaml", "number: \"15\"", "number: \"18\"");

        var (exit, output) = Run();

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output, Does.Match(@"ivr-scripts/cabinet-des-lilas/accueil\.yaml\(\d+,\d+\): error IVR001: There is no node 'confere'\. Did you mean 'confrere'\?"));
        Assert.That(output, Does.Match(@"protocols/shared/allergie\.yaml\(\d+,\d+\): error TRI007: "));
        Assert.That(output, Does.Match(@"protocols/cabinet-des-lilas/escalation\.yaml\(\d+,\d+\): error ESC001: "));
    }

    [Test]
    public void As_json_every_diagnostic_has_its_parts()
    {
        _scripts.Edit("protocols/shared/allergie.yaml", "doubt_exit: DOCTOR_NOW", "doubt_exit: ROUTINE");

        var (exit, output) = Run("--json");

        Assert.That(exit, Is.EqualTo(1));
        var only = JsonDocument.Parse(output).RootElement.EnumerateArray().Single();
        Assert.That(only.GetProperty("code").GetString(), Is.EqualTo("TRI007"));
        Assert.That(only.GetProperty("severity").GetString(), Is.EqualTo("error"));
        Assert.That(only.GetProperty("file").GetString(), Is.EqualTo("protocols/shared/allergie.yaml"));
        Assert.That(only.GetProperty("line").GetInt32(), Is.GreaterThan(1));
        Assert.That(only.GetProperty("remedy").GetString(), Is.Not.Empty);
    }

    [Test]
    public void A_fault_in_a_tariff_is_said_with_its_place()
    {
        _scripts.Write("tariffs/essentiel.yaml", File.ReadAllText(Path.Combine(ScriptFolderCopy.Shipped, "tariffs/essentiel.yaml"))
            .Replace("price: \"0.65\"", "price: \"-0.65\"", StringComparison.Ordinal));

        var (exit, output) = Run();

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(output, Does.Match(@"tariffs/essentiel\.yaml\(\d+,\d+\): error TAR\d+: "));
    }

    [Test]
    public void It_tells_what_a_caller_would_have_heard_at_a_minute()
    {
        var (exit, output) = Run("--at", "2026-12-24T18:05", "--practice", "cabinet-des-lilas", "--caller", "known", "--answer", "2");

        Assert.That(exit, Is.Zero);
        Assert.That(output, Does.Contain("Réouverture : samedi 26 décembre à 8 heures 30").And.Contain("message → voicemail"));
    }

    [Test]
    public void It_prints_what_a_doctor_signs_and_its_hash()
    {
        var (exit, output) = Run("--content", "douleur-thoracique", "--practice", "cabinet-des-lilas");

        Assert.That(exit, Is.Zero);
        Assert.That(output, Does.Contain("red_flag: vital_conscience").And.Contain("red_flag: douleur_presente").And.Match("content_sha256: [0-9a-f]{64}"));
    }

    [TestCase("--at", "2026-12-24T18:05")]
    [TestCase("--at", "demain", "--practice", "cabinet-des-lilas")]
    [TestCase("--content", "inconnu", "--practice", "cabinet-des-lilas")]
    public void A_question_that_makes_no_sense_gives_two(params string[] options) => Assert.That(Run(options).Exit, Is.EqualTo(2));

    [Test]
    public void An_option_that_does_not_exist_is_refused() => Assert.That(Run("--bogus").Exit, Is.Not.Zero);

    private (int Exit, string Output) Run(params string[] options)
    {
        using var output = new StringWriter();
        var exit = CheckScripts.Run(["--root", _scripts.Root, .. options], output);
        return (exit, output.ToString());
    }
}
