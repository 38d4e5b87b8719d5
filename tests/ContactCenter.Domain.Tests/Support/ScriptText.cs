using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml;

namespace ContactCenter.Domain.Tests.Support;

/// <summary>Turns a text of a test into what the compilers read.</summary>
internal static class ScriptText
{
    /// <summary>The mapping of a text that must be valid YAML.</summary>
    public static ScriptMapping Mapping(string text, string file = "test.yaml")
    {
        var read = YamlScript.Read(file, text);
        Assert.That(read.Diagnostics, Is.Empty);
        return read.Value!;
    }

    /// <summary>The fields of a text, and the bag that collects what they report.</summary>
    public static (Fields Fields, DiagnosticBag Bag) Fields(string text)
    {
        var bag = new DiagnosticBag();
        return (new Fields(Mapping(text), bag), bag);
    }

    /// <summary>The codes and places of all diagnostics: <c>SCR010(1,1)</c>.</summary>
    public static string[] Places(this IEnumerable<ScriptDiagnostic> diagnostics) =>
        [.. diagnostics.Select(d => $"{d.Code}({d.Span.Line},{d.Span.Column})")];
}
