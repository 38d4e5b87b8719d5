namespace ContactCenter.Domain.Scripts;

/// <summary>A place in a script file. Line and column count from 1, as editors do; the span covers one node.</summary>
public readonly record struct SourceSpan(string File, int Line, int Column)
{
    /// <summary>The form that editors and CI logs make clickable: <c>file(line,column)</c>.</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
