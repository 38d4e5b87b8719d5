namespace ContactCenter.Domain.Scripts;

/// <summary>What a compiler has to say about one place of a script.</summary>
public sealed record ScriptDiagnostic(string Code, DiagnosticSeverity Severity, SourceSpan Span, string Sentence, string Remedy)
{
    /// <summary>Stands between <see cref="Values"/>.</summary>
    public const char Separator = '\u001F';

    /// <summary>What the sentence is filled with, for who says it in another language.</summary>
    public string Values { get; init; } = "";

    /// <summary>One line: <c>file(line,column): error IVR012: sentence remedy</c>.</summary>
    public override string ToString() =>
        $"{Span}: {(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Sentence} {Remedy}";
}
