using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Scripts.Yaml;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>A text as the compiler sees it, in the place of the one in force.</summary>
/// <param name="Book">Null when it has errors of its own.</param>
/// <param name="Faults">Those of the practice's own files; of others' nothing is told.</param>
/// <param name="IsHeldUp">Another file than the practice's has an error.</param>
internal sealed record CheckedText(ScriptBundle Bundle, BookingBook? Book, IReadOnlyList<RuleFault> Faults, RulesForm? Form, bool IsHeldUp)
{
    public bool IsClean => Book is not null && !Faults.Any(f => f.IsError);
}

/// <summary>Compiles a text together with all other files, exactly as the server would take them into use and <c>check-scripts</c> does.</summary>
internal sealed class RuleCheck(ScriptLibrary library)
{
    public CheckedText Of(StandingRules standing, string? text, string culture)
    {
        var bundle = standing.With(text ?? "");
        var read = YamlScript.Read(bundle.Own.Path, bundle.Own.Text);
        var shown = new ShownValues(read.Value, standing.Book, culture);
        var all = library.CompileWith(bundle.Own).Diagnostics;
        return new CheckedText(
            bundle, BundleCompiler.Booking(bundle).Value,
            [.. all.Where(d => standing.Owns(d.Span.File)).Select(d => View(d, bundle.Own.Path, read.Value, shown, culture))],
            read.Value is { } script ? RulesFormReader.Read(script) : null,
            all.Any(d => d.Severity == DiagnosticSeverity.Error && !standing.Owns(d.Span.File)));
    }

    private static RuleFault View(ScriptDiagnostic fault, string path, ScriptMapping? script, ShownValues shown, string culture)
    {
        var isHere = fault.Span.File == path;
        var (sentence, remedy) = FaultWords.Of(fault, culture);
        return new RuleFault(
            fault.Code, fault.Severity == DiagnosticSeverity.Error, isHere ? null : fault.Span.File, fault.Span.Line, fault.Span.Column,
            isHere && script is not null ? Field(fault, script) : null, sentence, remedy)
        {
            InForm = FaultWords.InForm(fault, shown, culture),
        };
    }

    /// <summary>What is missing has no place of its own: its field is named below that of what it is missing in.</summary>
    private static string? Field(ScriptDiagnostic fault, ScriptMapping script)
    {
        var field = ScriptPath.Of(script, fault.Span.Line, fault.Span.Column);
        return fault.Code == ScriptCodes.Missing.Id && field is not null ? $"{field}.{fault.Values}" : field;
    }
}
