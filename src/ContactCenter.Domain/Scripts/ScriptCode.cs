using System.Globalization;

namespace ContactCenter.Domain.Scripts;

/// <summary>
/// One line of a catalogue of diagnostics. <paramref name="Sentence"/> says what is wrong and <paramref name="Remedy"/> what to
/// do about it; both are composite formats over the same values.
/// </summary>
/// <param name="Id">Three letters of the kind of script and a number: <c>IVR012</c>. Stable, and never given twice.</param>
/// <param name="Severity">Whether the script may still be used.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Remedy">What the author does about it.</param>
public sealed record ScriptCode(string Id, DiagnosticSeverity Severity, string Sentence, string Remedy)
{
    /// <summary>An error of a catalogue.</summary>
    public static ScriptCode Error(string id, string sentence, string remedy) => new(id, DiagnosticSeverity.Error, sentence, remedy);

    /// <summary>A warning of a catalogue.</summary>
    public static ScriptCode Warning(string id, string sentence, string remedy) => new(id, DiagnosticSeverity.Warning, sentence, remedy);

    /// <summary>The diagnostic of this code at one place.</summary>
    public ScriptDiagnostic At(SourceSpan span, params object[] values) =>
        new(Id, Severity, span, Fill(Sentence, values), Fill(Remedy, values)) { Values = string.Join(ScriptDiagnostic.Separator, values) };

    private static string Fill(string format, object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
