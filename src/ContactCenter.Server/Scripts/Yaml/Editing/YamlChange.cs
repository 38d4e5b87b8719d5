using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts.Yaml.Editing;

/// <summary>One thing that becomes otherwise in a script.</summary>
/// <param name="Path">The mapping or sequence that it happens to; empty for the document.</param>
internal abstract record YamlChange(IReadOnlyList<YamlStep> Path)
{
    /// <summary>The tree as it is meant to be; null when the place does not exist.</summary>
    public ScriptNode? ApplyTo(ScriptNode root) => At(root, 0);

    protected abstract ScriptNode? Change(ScriptNode node);

    private ScriptNode? At(ScriptNode node, int depth)
    {
        if (depth == Path.Count)
            return Change(node);
        var step = Path[depth];
        switch (node)
        {
            case ScriptMapping mapping when step.Key is { } key && mapping.Find(key) is { } value && At(value, depth + 1) is { } changed:
                return mapping with { Entries = [.. mapping.Entries.Select(e => e.Key == key ? e with { Value = changed } : e)] };
            case ScriptSequence sequence
                when step.Index is { } index && sequence.Items.ElementAtOrDefault(index) is { } item && At(item, depth + 1) is { } changed:
                return sequence with { Items = [.. sequence.Items.Select((each, i) => i == index ? changed : each)] };
            default:
                return null;
        }
    }
}

/// <summary>A key gets a value, or a new key comes last.</summary>
internal sealed record SetKey(IReadOnlyList<YamlStep> Path, string Key, ScriptNode Value) : YamlChange(Path)
{
    protected override ScriptNode? Change(ScriptNode node) => node is not ScriptMapping mapping ? null
        : mapping.Find(Key) is null ? mapping with { Entries = [.. mapping.Entries, new ScriptEntry(Key, default, Value)] }
        : mapping with { Entries = [.. mapping.Entries.Select(e => e.Key == Key ? e with { Value = Value } : e)] };
}

/// <summary>A key that is there goes.</summary>
internal sealed record DropKey(IReadOnlyList<YamlStep> Path, string Key) : YamlChange(Path)
{
    protected override ScriptNode? Change(ScriptNode node) =>
        node is ScriptMapping mapping && mapping.Find(Key) is not null
            ? mapping with { Entries = [.. mapping.Entries.Where(e => e.Key != Key)] }
            : null;
}

/// <summary>A key that is there gets another name and keeps its place; the name is not taken.</summary>
internal sealed record RenameKey(IReadOnlyList<YamlStep> Path, string Key, string Next) : YamlChange(Path)
{
    protected override ScriptNode? Change(ScriptNode node) =>
        node is ScriptMapping mapping && mapping.Find(Key) is not null && mapping.Find(Next) is null
            ? mapping with { Entries = [.. mapping.Entries.Select(e => e.Key == Key ? e with { Key = Next } : e)] }
            : null;
}

/// <summary>An item that is there becomes another.</summary>
internal sealed record SetItem(IReadOnlyList<YamlStep> Path, int Index, ScriptNode Item) : YamlChange(Path)
{
    protected override ScriptNode? Change(ScriptNode node) => node is ScriptSequence sequence && Index >= 0 && Index < sequence.Items.Count
        ? sequence with { Items = [.. sequence.Items.Select((each, i) => i == Index ? Item : each)] }
        : null;
}

/// <summary>An item comes last in a sequence.</summary>
internal sealed record AddItem(IReadOnlyList<YamlStep> Path, ScriptNode Item) : YamlChange(Path)
{
    protected override ScriptNode? Change(ScriptNode node) =>
        node is ScriptSequence sequence ? sequence with { Items = [.. sequence.Items, Item] } : null;
}

/// <summary>An item that is there goes.</summary>
internal sealed record DropItem(IReadOnlyList<YamlStep> Path, int Index) : YamlChange(Path)
{
    protected override ScriptNode? Change(ScriptNode node) => node is ScriptSequence sequence && Index >= 0 && Index < sequence.Items.Count
        ? sequence with { Items = [.. sequence.Items.Where((_, i) => i != Index)] }
        : null;
}
