namespace ContactCenter.Domain.Scripts;

/// <summary>
/// Typed access to a mapping of a script. Each accessor names the key it wants, reports what is wrong with the value and then
/// answers null, so that a compiler reads the whole file before it gives up. <see cref="Done"/> reports the keys nobody asked
/// for. A value that is absent, empty or <c>null</c> counts as absent.
/// </summary>
public sealed partial class Fields(ScriptMapping mapping, DiagnosticBag bag)
{
    private readonly List<string> _asked = [];

    public ScriptMapping Mapping => mapping;

    /// <summary>The place of the mapping itself.</summary>
    public SourceSpan Span => mapping.Span;

    public DiagnosticBag Bag => bag;

    /// <summary>The place of the value under <paramref name="key"/>, or of the mapping when the key is absent.</summary>
    public SourceSpan SpanOf(string key) => mapping.Find(key)?.Span ?? mapping.Span;

    /// <summary>True when the key stands in the file with a value other than <c>null</c>.</summary>
    public bool Has(string key) => Optional(key) is not null;

    /// <summary>Reports <paramref name="code"/> at the value under <paramref name="key"/>.</summary>
    public void Report(ScriptCode code, string key, params object[] values) => bag.Report(code, SpanOf(key), values);

    /// <summary>Reports every key that no accessor asked for: call it when the mapping has been read.</summary>
    public void Done()
    {
        foreach (var entry in mapping.Entries.Where(e => !_asked.Contains(e.Key)))
        {
            if (Spelling.Nearest(entry.Key, _asked) is { } near)
                bag.Report(ScriptCodes.MisspeltKey, entry.KeySpan, entry.Key, near);
            else
                bag.Report(ScriptCodes.UnknownKey, entry.KeySpan, entry.Key, string.Join(", ", _asked));
        }
    }

    private ScriptNode? Required(string key)
    {
        var node = Optional(key);
        if (node is null)
        {
            if (mapping.Find(key) is { } empty)
                bag.Report(ScriptCodes.Empty, empty.Span, key);
            else
                bag.Report(ScriptCodes.Missing, mapping.Span, key);
        }

        return node;
    }

    private ScriptNode? Optional(string key)
    {
        if (!_asked.Contains(key))
            _asked.Add(key);
        return mapping.Find(key) is { } node && !IsNull(node) ? node : null;
    }

    private static bool IsNull(ScriptNode node) => node is ScriptScalar { Quoted: false, Text: "" or "null" or "~" };

    private ScriptScalar? Scalar(string key, ScriptNode? node)
    {
        if (node is null or ScriptScalar)
            return (ScriptScalar?)node;
        bag.Report(ScriptCodes.WrongShape, node.Span, key, "a single value");
        return null;
    }
}
