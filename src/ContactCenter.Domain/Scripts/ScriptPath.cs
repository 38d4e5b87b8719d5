namespace ContactCenter.Domain.Scripts;

/// <summary>Names a place of a script by what it holds: <c>practitioners.dr-martin.openings[2].from</c>, indexes from 0.</summary>
public static class ScriptPath
{
    /// <summary>The outermost node that begins at the place, or whose key does; null when none does.</summary>
    public static string? Of(ScriptNode root, int line, int column) => Find(root, "", line, column);

    private static string? Find(ScriptNode node, string path, int line, int column)
    {
        if (path.Length > 0 && Is(node.Span, line, column))
            return path;
        return node switch
        {
            ScriptMapping mapping => mapping.Entries
                .Select(e => (Entry: e, Path: path.Length == 0 ? e.Key : $"{path}.{e.Key}"))
                .Select(e => Is(e.Entry.KeySpan, line, column) ? e.Path : Find(e.Entry.Value, e.Path, line, column))
                .FirstOrDefault(found => found is not null),
            ScriptSequence sequence => sequence.Items
                .Select((item, i) => Find(item, $"{path}[{i}]", line, column))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
    }

    private static bool Is(SourceSpan span, int line, int column) => span.Line == line && span.Column == column;
}
