namespace ContactCenter.Domain.Scripts;

/// <summary>Collects what is wrong with a script, so that its author sees all of it at once. Not thread-safe.</summary>
public sealed class DiagnosticBag
{
    private readonly List<ScriptDiagnostic> _diagnostics = [];

    /// <summary>In the order of the file: by file, line, column.</summary>
    public IReadOnlyList<ScriptDiagnostic> InOrder =>
        [.. _diagnostics.Distinct().OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column)];

    public bool HasErrors => _diagnostics.Exists(d => d.Severity == DiagnosticSeverity.Error);

    public void Add(ScriptDiagnostic diagnostic) => _diagnostics.Add(diagnostic);

    public void Add(IEnumerable<ScriptDiagnostic> others) => _diagnostics.AddRange(others);

    public void Report(ScriptCode code, SourceSpan span, params object[] values) => Add(code.At(span, values));

    /// <summary>Closes a compilation: the value is kept only when nothing here is an error.</summary>
    public Compiled<T> Close<T>(T? value)
        where T : class => new(HasErrors ? null : value, InOrder);
}
