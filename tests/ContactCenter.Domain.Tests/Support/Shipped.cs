using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;

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

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ContactCenter.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not stand below the solution.");
        return directory.FullName;
    }
}
