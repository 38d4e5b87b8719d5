using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts;

/// <summary>Writes what <see cref="CheckScripts"/> found.</summary>
internal static class CheckScriptsReport
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Write(Compiled<ScriptSnapshot> compiled, TextWriter output)
    {
        foreach (var diagnostic in compiled.Diagnostics)
            output.WriteLine(diagnostic);
        var errors = compiled.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        output.WriteLine($"{compiled.Value?.Practices.Count ?? 0} practices, {compiled.Value?.Scripts.Count ?? 0} scripts, "
            + $"{errors} errors, {compiled.Diagnostics.Count - errors} warnings");
        return errors == 0 ? 0 : 1;
    }

    public static int WriteJson(Compiled<ScriptSnapshot> compiled, TextWriter output)
    {
        output.WriteLine(JsonSerializer.Serialize(
            compiled.Diagnostics.Select(d => new
            {
                d.Code,
                Severity = SnakeCase.Name(d.Severity),
                d.Span.File,
                d.Span.Line,
                d.Span.Column,
                d.Sentence,
                d.Remedy,
            }),
            Json));
        return compiled.Value is null ? 1 : 0;
    }

    public static void Write(IvrRehearsed rehearsed, TextWriter output)
    {
        foreach (var step in rehearsed.Steps)
        {
            foreach (var said in step.Prompts.OfType<IvrSay>())
                output.WriteLine($"  {said.Text}");
            output.WriteLine(step.Next is IvrAsk ? step.Position.Node : $"{step.Position.Node} → {SnakeCase.Name(IvrOutcomes.Of(step.Next))}");
        }
    }
}
