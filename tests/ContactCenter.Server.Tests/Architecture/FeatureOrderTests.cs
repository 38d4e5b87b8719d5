using System.Text.RegularExpressions;

namespace ContactCenter.Server.Tests.Architecture;

/// <summary>
/// Features of the domain know each other in one direction only. The compiler cannot hold this inside a project, so the table does.
/// </summary>
internal sealed partial class FeatureOrderTests
{
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

    [Test]
    public void A_feature_of_the_domain_uses_only_those_it_may([ValueSource(nameof(Features))] string feature)
    {
        Assert.That(MayUse, Contains.Key(feature), "A new feature takes its place in the table first.");
        var offending = Directory.EnumerateFiles(Path.Combine(Domain, feature), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Uses: m.Groups[1].Value)))
            .Where(found => found.Uses != feature && !MayUse[feature].Contains(found.Uses))
            .Distinct().ToList();
        Assert.That(offending, Is.Empty);
    }

    [Test]
    public void Vendor_words_stay_where_they_belong(
        [Values("CallSid|TwiML|X-Twilio", "YamlDotNet", "SqliteException|NpgsqlException|SqlException")] string words)
    {
        var home = words switch
        {
            "YamlDotNet" => "Scripts",
            "CallSid|TwiML|X-Twilio" => "Telephony",
            _ => "Storage",
        };
        var offending = Directory.EnumerateFiles(Server, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(Server, home) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), words))
            .Select(file => Path.GetRelativePath(Server, file)).ToList();
        Assert.That(offending, Is.Empty);
    }

    private static string Domain => Path.Combine(Root, "src", "ContactCenter.Domain");

    private static string Server => Path.Combine(Root, "src", "ContactCenter.Server");

    private static IEnumerable<string> Features() => Directory.EnumerateDirectories(Domain).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"))!;

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "ContactCenter.sln")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }

    [GeneratedRegex(@"ContactCenter\.Domain\.(\w+)")]
    private static partial Regex Used();
}
