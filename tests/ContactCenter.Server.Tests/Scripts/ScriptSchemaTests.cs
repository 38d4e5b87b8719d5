using System.Text.Json.Nodes;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Scripts;

/// <summary>The schemas guide editors; the compilers decide. Here they are held to agree.</summary>
public sealed class ScriptSchemaTests
{
    private const string Flow = "ivr-scripts/cabinet-des-lilas/accueil.yaml";

    private const string Booking = "protocols/cabinet-des-lilas/booking.yaml";

    private static readonly IReadOnlyList<ScriptFile> Files = ScriptFolder.Read(ScriptFolderCopy.Shipped);

    public static IEnumerable<string> Paths => Files.Select(f => f.Path);

    [TestCaseSource(nameof(Paths))]
    public async Task A_shipped_file_is_accepted_by_the_schema_that_it_names(string path)
    {
        var text = Files.Single(f => f.Path == path).Text;

        Assert.That(text, Does.StartWith($"# yaml-language-server: $schema=../schema/{SchemaOf(path)}\n"));
        Assert.That(await Validate(path, text), Is.Empty);
    }

    [TestCase(Flow, "give_up: standard", "give_upp: standard")]
    [TestCase(Flow, "kind: hangup", "kind: hang_up")]
    [TestCase(Flow, "    then: menu\n", "    then: menu\n    unanswered: menu\n")]
    [TestCase(Flow, "key: \"0\"", "key: \"00\"")]
    [TestCase("ivr-scripts/cabinet-des-lilas/hours.yaml", "08:00-12:30", "8h-12h30")]
    [TestCase("protocols/cabinet-des-lilas/escalation.yaml", "+33600000015", "06 00 00 00 15")]
    [TestCase(Booking, "horizon_days: 180", "horizon_day: 180")]
    [TestCase(Booking, "{dr-martin: 15, dr-benali: 20}", "{dr-martin: 12, dr-benali: 20}")]
    [TestCase(Booking, "mode: tele\n", "mode: video\n")]
    [TestCase(Booking, "{before: 2h}", "{before: 2h, days_before: 1, at: \"18:00\"}")]
    [TestCase(Booking, "from: \"08:30\", to: \"12:00\"", "from: \"8h30\", to: \"12:00\"")]
    [TestCase(Booking, "latitude: 48.8867", "latitude: 98.8867")]
    [TestCase(Booking, ", longitude: 2.3917", "")]
    [TestCase(Booking, "shares: true", "share: true")]
    [TestCase("protocols/shared/allergie.yaml", "doubt_exit: DOCTOR_NOW", "doubt_exit: ROUTINE")]
    [TestCase("protocols/shared/allergie.yaml", "abc_first: true", "abc_first: false")]
    public async Task What_the_compiler_refuses_for_its_form_the_schema_refuses_too(string path, string before, string after)
    {
        var text = Files.Single(f => f.Path == path).Text;
        Assert.That(text, Does.Contain(before));

        Assert.That(await Validate(path, text.Replace(before, after, StringComparison.Ordinal)), Is.Not.Empty);
    }

    [Test]
    public void Every_list_of_names_is_the_compilers_own()
    {
        var hours = Schema("ivr-scripts/schema/hours.schema.json");
        var flow = Schema("ivr-scripts/schema/ivr.schema.json")["definitions"]!;
        var triage = Schema("protocols/schema/triage.schema.json");
        var booking = Schema("protocols/schema/booking.schema.json");
        var rules = booking["definitions"]!;
        var plan = triage["definitions"]!["plan"]!["properties"]!;

        Assert.Multiple(() =>
        {
            Assert.That(Enum(hours["properties"]!["holidays"]), Is.EqualTo(SnakeCase.Names<HolidayRegion>()));
            Assert.That(Enum(flow["language"]), Is.EqualTo(SnakeCase.Names<Language>()));
            Assert.That(Enum(flow["hours"]), Is.EqualTo(SnakeCase.Names<OpeningState>()));
            Assert.That(Enum(flow["caller"]), Is.EqualTo(SnakeCase.Names<CallerKind>()));
            Assert.That(Enum(flow["urgency"]), Is.EqualTo(SnakeCase.Names<Urgency>()));
            Assert.That(Enum(flow["node"]!["properties"]!["kind"]), Is.EqualTo(SnakeCase.Names<IvrNodeKind>()));
            Assert.That(Enum(flow["example"]!["properties"]!["expect"]), Is.EqualTo(SnakeCase.Names<IvrOutcome>()));
            Assert.That(Enum(triage["properties"]!["status"]), Is.EqualTo(SnakeCase.Names<ProtocolStatus>()));
            Assert.That(Enum(triage["definitions"]!["disposition"]), Is.EquivalentTo(Dispositions.Names));
            Assert.That(Enum(plan["time_to_treat"]), Is.EqualTo(SnakeCase.Names<TimeToTreat>()));
            Assert.That(Enum(plan["point_of_care"]), Is.EqualTo(SnakeCase.Names<PointOfCare>()));
            Assert.That(Enum(plan["forbid"]!["items"]), Is.EqualTo(SnakeCase.Names<ForbiddenAct>()));
            Assert.That(Enum(booking["properties"]!["holidays"]), Is.EqualTo(SnakeCase.Names<HolidayRegion>()));
            Assert.That(Enum(rules["strength"]), Is.EqualTo(SnakeCase.Names<RuleStrength>()));
            Assert.That(Enum(rules["mode"]), Is.EqualTo(SnakeCase.Names<ConsultationMode>()));
            Assert.That(Enum(rules["permission"]), Is.EqualTo(SnakeCase.Names<BookingPermission>()));
            Assert.That(Enum(rules["opening"]!["properties"]!["weeks"]), Is.EqualTo(SnakeCase.Names<WeekParity>()));
            Assert.That(Enum(booking["properties"]!["resources"]!["additionalProperties"]!["properties"]!["kind"]), Is.EqualTo(SnakeCase.Names<ResourceKind>()));
            Assert.That(Enum(plan["collect_before"]!["items"]), Is.EqualTo(SnakeCase.Names<Particular>()));
        });
    }

    private static string SchemaOf(string path) => path.Split('/') switch
    {
        ["ivr-scripts", _, "hours.yaml"] => "hours.schema.json",
        ["ivr-scripts", ..] => "ivr.schema.json",
        ["protocols", _, "escalation.yaml"] => "escalation.schema.json",
        ["protocols", _, "booking.yaml"] => "booking.schema.json",
        _ => "triage.schema.json",
    };

    private static Task<IReadOnlyCollection<string>> Validate(string path, string text) =>
        ScriptAsEdited.Faults(Path.Combine(ScriptFolderCopy.Shipped, path.Split('/')[0], "schema", SchemaOf(path)), path, text);

    private static JsonNode Schema(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(ScriptFolderCopy.Shipped, path)))!;

    private static IEnumerable<string> Enum(JsonNode? node) => node!["enum"]!.AsArray().Select(v => v!.GetValue<string>());
}
