namespace ContactCenter.Domain.Scripts;

/// <summary>A script as the compilers see it: scalars, mappings and sequences that remember where they stood in the file.</summary>
public abstract record ScriptNode(SourceSpan Span);

/// <summary>A scalar. <paramref name="Quoted"/> tells <c>"1"</c> (a key on the phone) from <c>1</c> (a number).</summary>
public sealed record ScriptScalar(SourceSpan Span, string Text, bool Quoted = false) : ScriptNode(Span);

/// <summary>A sequence, in the file's order.</summary>
public sealed record ScriptSequence(SourceSpan Span, IReadOnlyList<ScriptNode> Items) : ScriptNode(Span);

/// <summary>A mapping, in the file's order. The reader has refused duplicate keys.</summary>
public sealed record ScriptMapping(SourceSpan Span, IReadOnlyList<ScriptEntry> Entries) : ScriptNode(Span)
{
    /// <summary>The value under <paramref name="key"/>, or null when the key is absent.</summary>
    public ScriptNode? Find(string key) => Entries.FirstOrDefault(e => e.Key == key)?.Value;
}

/// <summary>One key of a mapping, with the place of the key itself.</summary>
public sealed record ScriptEntry(string Key, SourceSpan KeySpan, ScriptNode Value);
