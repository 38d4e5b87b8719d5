using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts.Yaml.Editing;

/// <summary>
/// Changes one place of a YAML text and leaves every other line as it stands, with its comments and order. What comes out is read again: a text that
/// does not say exactly what was meant is never handed back.
/// </summary>
internal static class YamlEdit
{
    /// <summary>All changes one after the other; null when one of them cannot be made in this text.</summary>
    public static string? Apply(string text, IEnumerable<YamlChange> changes)
    {
        foreach (var change in changes)
        {
            if (Apply(text, change) is not { } next)
                return null;
            text = next;
        }

        return text;
    }

    private static string? Apply(string text, YamlChange change)
    {
        if (YamlScript.Read("", text).Value is not { } before || change.ApplyTo(before) is not { } meant)
            return null;
        if (Find(YamlMarks.Of(text), change.Path) is not { } place)
            return null;
        if (IsSame(before, meant))
            return text;
        var edited = Cut(new YamlCuts(text), place, change);
        return edited is not null && YamlScript.Read("", edited).Value is { } after && IsSame(after, meant) ? edited : null;
    }

    private static YamlMark? Find(YamlMark root, IReadOnlyList<YamlStep> path)
    {
        YamlMark? at = root;
        foreach (var step in path)
            at = at?.Find(step)?.Value;
        return at;
    }

    private static string? Cut(YamlCuts cuts, YamlMark place, YamlChange change) => change switch
    {
        SetKey set when place.Find(set.Key) is { } child => cuts.Replace(child, set.Value),
        SetKey set => cuts.AddKey(place, set.Key, set.Value),
        RenameKey rename => cuts.Rename(place.Find(rename.Key)!, rename.Next),
        SetItem set => cuts.ReplaceItem(place.Find(set.Index)!, set.Item),
        DropKey drop => cuts.Drop(place, place.Find(drop.Key)!),
        AddItem add => cuts.AddItem(place, add.Item),
        DropItem drop => cuts.Drop(place, place.Find(drop.Index)!),
        _ => null,
    };

    /// <summary>The same text in every scalar under the same keys in the same order, wherever and however it is written.</summary>
    public static bool IsSame(ScriptNode one, ScriptNode other) => (one, other) switch
    {
        (ScriptScalar a, ScriptScalar b) => a.Text == b.Text && IsNothing(a) == IsNothing(b),
        (ScriptSequence a, ScriptSequence b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => IsSame(p.First, p.Second)),
        (ScriptMapping a, ScriptMapping b) =>
            a.Entries.Count == b.Entries.Count
            && a.Entries.Zip(b.Entries).All(p => p.First.Key == p.Second.Key && IsSame(p.First.Value, p.Second.Value)),
        _ => false,
    };

    private static bool IsNothing(ScriptScalar scalar) => scalar is { Quoted: false, Text: "" or "null" or "~" };
}
