namespace ContactCenter.Domain.Scripts;

/// <summary>What a compiler has to say about one place of a script.</summary>
public sealed record ScriptDiagnostic(string Code, DiagnosticSeverity Severity, SourceSpan Span, string Sentence, string Remedy)
{
    /// <summary>One line: <c>file(line,column): error IVR012: sentence remedy</c>.</summary>
    public override string ToString() =>
        $"{Span}: {(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Sentence} {Remedy}";
}
