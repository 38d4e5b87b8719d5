using System.Reflection;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Scripts.Yaml;
using ContactCenter.Server.Tests.Support;
using NodaTime;

namespace ContactCenter.Server.Tests.Scripts;

/// <summary>
/// The samples of <c>Bad/*.yaml</c>: each takes the small clean scripts of <c>Base/</c>, makes one fault, and bears the code that
/// must be reported for it.
/// </summary>
internal sealed record BadSample(string Code, string File, string Replace, string With, LocalDate Today, bool SamplesAllowed)
{
    private static readonly string Folder = Path.Combine(ScriptFolderCopy.Shipped, "tests/ContactCenter.Server.Tests/Scripts");

    public static IReadOnlyList<ScriptFile> Base { get; } = ScriptFolder.Read(Path.Combine(Folder, "Base"));

    /// <summary>Every code of every catalogue of the product.</summary>
    public static IReadOnlyList<ScriptCode> Catalogue { get; } =
    [
        .. new[] { typeof(ScriptCode).Assembly, typeof(ScriptLibrary).Assembly }
            .SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(f => f.FieldType == typeof(ScriptCode))
            .Select(f => (ScriptCode)f.GetValue(null)!),
    ];

    public static IReadOnlyList<BadSample> All { get; } = [.. Directory.GetFiles(Path.Combine(Folder, "Bad"), "*.yaml").Order().SelectMany(ReadFile)];

    public IReadOnlyList<ScriptDiagnostic> Diagnose() => new SnapshotCompiler(Today, SamplesAllowed ? ["lilas"] : []).Compile(Files()).Diagnostics;

    private IReadOnlyList<ScriptFile> Files()
    {
        if (Replace.Length == 0)
            return With.Length == 0 ? [.. Base.Where(f => f.Path != File)] : [.. Base.Where(f => f.Path != File), new ScriptFile(File, With)];
        Assert.That(Base.Single(f => f.Path == File).Text, Does.Contain(Replace), $"the sample of {Code}");
        return [.. Base.Select(f => f.Path == File ? f with { Text = f.Text.Replace(Replace, With, StringComparison.Ordinal) } : f)];
    }

    private static IEnumerable<BadSample> ReadFile(string file)
    {
        var read = YamlScript.Read(Path.GetFileName(file), System.IO.File.ReadAllText(file));
        Assert.That(read.Diagnostics, Is.Empty);
        return read.Value!.Entries.Select(e => Read(e.Key, (ScriptMapping)e.Value));
    }

    private static BadSample Read(string code, ScriptMapping sample)
    {
        string Text(string key) => ((ScriptScalar?)sample.Find(key))?.Text ?? "";
        return new BadSample(
            code, Text("in"), Text("replace"), Text("with"),
            sample.Find("after_review") is null ? new LocalDate(2026, 11, 23) : new LocalDate(2027, 6, 1),
            SamplesAllowed: sample.Find("no_samples") is null);
    }
}
