using ContactCenter.Domain.Calls;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Tests.Architecture;

/// <summary>
/// The walls inside a project, which the compiler cannot hold: features of the domain know each other in one direction only, and a vendor's words and a
/// driver's types stay in their folder. They are read off the compiled assemblies, so that no way of writing gets past them.
/// </summary>
internal sealed class FeatureOrderTests
{
    private const string DomainRoot = "ContactCenter.Domain";
    private const string Server = "ContactCenter.Server";

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Scripts"] = [],
        ["Practices"] = ["Scripts"],
        ["Triage"] = ["Scripts", "Practices"],
        ["Patients"] = ["Practices"],
        ["Booking"] = ["Scripts", "Practices", "Patients"],
        ["Ivr"] = ["Scripts", "Practices", "Triage"],
        ["Routing"] = ["Scripts", "Practices", "Triage", "Calls"],
        ["Calls"] = ["Scripts", "Practices", "Ivr", "Triage", "Patients"],
        ["Metering"] = ["Practices", "Routing", "Calls"],
        ["Billing"] = ["Scripts", "Practices", "Metering", "Calls"],
    };

    private static readonly HashSet<string> TwilioWords =
    [
        "AccountSid", "CallSid", "ParentCallSid", "DialCallSid", "ConferenceSid", "RecordingSid", "RecordingUrl", "QueueSid", "MessageSid",
        "CallStatus", "DialCallStatus", "CallbackSource", "SequenceNumber", "StatusCallbackEvent", "Digits", "FinishedOnKey", "SpeechResult", "ReasonParticipantLeft",
    ];

    private static readonly string[] TwilioMarks = ["TwiML", "X-Twilio", "<Response", "</Response"];

    private static readonly IReadOnlyList<CompiledType> Domain = CompiledUses.Of(typeof(Call).Assembly.Location);
    // Without what the compiler writes for the endpoints: one class that knows every handler.
    private static readonly IReadOnlyList<CompiledType> Host =
        [.. CompiledUses.Of(typeof(Store).Assembly.Location).Where(t => !t.Namespace.StartsWith("Microsoft.AspNetCore.Http.Generated", StringComparison.Ordinal))];
    private static readonly IReadOnlyList<CompiledType> Planted =
        [.. CompiledUses.Of(typeof(FeatureOrderTests).Assembly.Location).Where(t => t.Namespace.StartsWith("Planted", StringComparison.Ordinal))];

    [Test]
    public void Every_feature_of_the_domain_has_its_place_in_the_table() => Assert.That(
        Domain.Select(t => t.Namespace).Where(n => n.StartsWith(DomainRoot + '.', StringComparison.Ordinal)).Select(n => n.Split('.')[2]).Distinct().Except(MayUse.Keys), Is.Empty);

    [Test]
    public void A_feature_of_the_domain_uses_only_those_it_may() => Assert.That(Walls.AgainstTheOrder(Domain, DomainRoot, MayUse), Is.Empty);

    [TestCase("YamlDotNet.", "Scripts")]
    [TestCase("Microsoft.Data.Sqlite.", "Storage")]
    [TestCase("Microsoft.Data.SqlClient.", "Storage")]
    [TestCase("Npgsql.", "Storage")]
    [TestCase("StackExchange.Redis.", "Hosting.Nodes")]
    [TestCase("OpenTelemetry.", "Hosting.Telemetry")]
    [TestCase("UglyToad.", "Billing.Pdf")]
    [TestCase("Ical.Net.", "Imports.Agendas")]
    [TestCase(Server + ".Telephony.TwilioVoice.", "Telephony")]
    public void A_library_is_used_in_its_folder_only(string begins, string home) => Assert.That(Walls.UsedOutside(Host, begins, $"{Server}.{home}"), Is.Empty);

    [Test]
    public void Twilio_s_words_stay_in_its_folder()
    {
        Assert.That(Walls.SaidOutside(Host, TwilioWords, TwilioMarks, $"{Server}.Telephony"), Is.Empty);
        Assert.That(Walls.SaidOutside(Domain, TwilioWords, TwilioMarks), Is.Empty);
        Assert.That(Walls.SaidOutside(Host, TwilioWords, TwilioMarks), Is.Not.Empty, "the search finds what is there");
    }

    [Test]
    public void The_walls_see_what_was_planted_to_evade_them()
    {
        var order = new Dictionary<string, string[]> { ["Practices"] = [], ["Calls"] = ["Practices"] };
        Assert.Multiple(() =>
        {
            Assert.That(Walls.AgainstTheOrder(Planted, "Planted", order).Select(v => v.Split(" -> ")[0]).Distinct(),
                Is.EqualTo(["Planted.Practices.KnowsItAsAnArgument", "Planted.Practices.KnowsTooMuch"]));
            Assert.That(Walls.UsedOutside(Planted, "Microsoft.Data.Sqlite.", "Planted.Storage").Select(v => v.Split(" -> ")[0]).Distinct(),
                Is.EqualTo(["Planted.Routing.OpensTheDatabase"]));
            Assert.That(Walls.UsedOutside(Planted, "Microsoft.Data.Sqlite.", "Planted.Routing"), Is.Empty, "at home it may");
            Assert.That(Walls.SaidOutside(Planted, TwilioWords, TwilioMarks, "Planted.Telephony"),
                Is.EqualTo(["Planted.Routing.ReadsTheForm: \"CallSid\"", "Planted.Routing.ReadsTheForm: \"Digits\"", "Planted.Routing.WritesTheDocument: \"<Response><Hangup/></Response>\""]));
        });
    }
}
