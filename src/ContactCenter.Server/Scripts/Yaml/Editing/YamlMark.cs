namespace ContactCenter.Server.Scripts.Yaml.Editing;

internal enum YamlKind
{
    Scalar,
    Sequence,
    Mapping,
}

/// <summary>Where a node stands in its text: offsets in characters, the end exclusive and without the white space or comment that follows.</summary>
/// <param name="IsFlow">Written with brackets or braces; of a scalar always true.</param>
internal sealed record YamlMark(YamlKind Kind, int Start, int End, bool IsFlow, IReadOnlyList<YamlChild> Children)
{
    /// <summary>The child under a key or at an index; null when there is none.</summary>
    public YamlChild? Find(YamlStep step) =>
        Kind == YamlKind.Mapping && step.Key is { } key ? Children.FirstOrDefault(c => c.Key == key)
        : Kind == YamlKind.Sequence && step.Index is { } index ? Children.ElementAtOrDefault(index)
        : null;
}

/// <param name="Key">Null in a sequence.</param>
/// <param name="KeyStart">Of the key, or of an item's dash; in a flow sequence of the item itself.</param>
internal sealed record YamlChild(string? Key, int KeyStart, int KeyEnd, YamlMark Value)
{
    /// <summary>Where the child ends, though its value be nothing.</summary>
    public int End => Math.Max(KeyEnd, Value.End);
}

/// <summary>One step down: into a mapping by its key or into a sequence by an index from 0.</summary>
internal readonly record struct YamlStep(string? Key, int? Index)
{
    public static implicit operator YamlStep(string key) => new(key, null);

    public static implicit operator YamlStep(int index) => new(null, index);
}
