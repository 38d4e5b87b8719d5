using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;

namespace ContactCenter.Domain.Tests.Support;

/// <summary>The files that ship with the product.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every target that the demo practice's escalation script names.</summary>
    public static readonly string[] Targets = ["samu", "on_call", "practice_line"];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static ScriptMapping Mapping(string path) => ScriptText.Mapping(Text(path), path);

    public static OpeningHours Hours() => OpeningHoursCompiler.Compile(Mapping("ivr-scripts/cabinet-des-lilas/hours.yaml")).Value!;

    public static IvrFlow Flow()
    {
        var compiled = IvrFlowCompiler.Compile(Mapping("ivr-scripts/cabinet-des-lilas/accueil.yaml"), "0123456789abcdef", Hours(), Targets);
        Assert.That(compiled.Diagnostics, Is.Empty);
        return compiled.Value!;
    }

    /// <summary>Every protocol that the demo practice uses: the shared ones, and its own extensions in their place.</summary>
    public static IReadOnlyList<TriageProtocol> Protocols()
    {
        var vital = Protocol($"protocols/shared/{TriageProtocolCompiler.VitalSigns}.yaml", null, null);
        var shared = Files("protocols/shared").Where(f => !f.Contains(TriageProtocolCompiler.VitalSigns, StringComparison.Ordinal))
            .Select(f => Protocol(f, null, vital)).Append(vital).ToDictionary(p => p.Version.Name);
        foreach (var file in Files("protocols/cabinet-des-lilas").Where(f => Mapping(f).Find("protocol") is not null))
        {
            var own = Protocol(file, shared.GetValueOrDefault(Path.GetFileNameWithoutExtension(file)), vital);
            shared[own.Version.Name] = own;
        }

        return [.. shared.Values.OrderBy(p => p.Version.Name, StringComparer.Ordinal)];
    }

    private static TriageProtocol Protocol(string path, TriageProtocol? shared, TriageProtocol? vital)
    {
        var compiled = TriageProtocolCompiler.Compile(Mapping(path), "0123456789abcdef", shared, vital);
        Assert.That(compiled.Diagnostics, Is.Empty);
        return compiled.Value!;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.yaml").Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(Root, f));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ContactCenter.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not stand below the solution.");
        return directory.FullName;
    }
}
