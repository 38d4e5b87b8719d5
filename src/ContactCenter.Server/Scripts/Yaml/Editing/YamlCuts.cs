using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts.Yaml.Editing;

/// <summary>Where a text is cut open for a change, in block style and in flow style. Null is what cannot be done here.</summary>
internal sealed class YamlCuts(string text)
{
    private readonly string _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Puts another value in place of a child's.</summary>
    public string? Replace(YamlChild child, ScriptNode value)
    {
        var old = child.Value;
        if (child.Key is null)
            return null;
        var colon = text.IndexOf(':', child.KeyEnd);
        if (colon < 0)
            return null;
        if (old.Kind != YamlKind.Scalar && !old.IsFlow)
            return Between(colon + 1, old.End, " " + YamlWriter.Flow(value));
        if (old.End == old.Start)
            return Between(colon + 1, colon + 1, " " + YamlWriter.Flow(value));
        return Instead(old, value);
    }

    public string Rename(YamlChild child, string key) => Between(child.KeyStart, child.KeyEnd, YamlWriter.Key(key));

    /// <summary>Puts another value in place of an item that stands within one line.</summary>
    public string? ReplaceItem(YamlChild child, ScriptNode value) =>
        child.Value.IsFlow && child.Value.End > child.Value.Start ? Instead(child.Value, value) : null;

    public string? AddKey(YamlMark mapping, string key, ScriptNode value)
    {
        if (mapping.Kind != YamlKind.Mapping)
            return null;
        if (mapping.IsFlow)
            return AddToFlow(mapping, $"{YamlWriter.Key(key)}: {YamlWriter.Flow(value)}");
        var indent = new string(' ', mapping.Start - LineStart(mapping.Start));
        return AddLine(mapping.End, YamlWriter.Block(key, value, indent, _newLine));
    }

    public string? AddItem(YamlMark sequence, ScriptNode item)
    {
        if (sequence.Kind != YamlKind.Sequence)
            return null;
        if (sequence.IsFlow)
            return AddToFlow(sequence, YamlWriter.Flow(item));
        return AddLine(sequence.End, $"{new string(' ', sequence.Start - LineStart(sequence.Start))}- {YamlWriter.Flow(item)}");
    }

    /// <summary>Takes a child out. The last one of a block stays: a block cannot be empty.</summary>
    public string? Drop(YamlMark parent, YamlChild child)
    {
        var at = parent.Children.ToList().IndexOf(child);
        if (parent.IsFlow)
            return at > 0 ? Between(parent.Children[at - 1].End, child.End, "")
                : parent.Children.Count > 1 ? Between(child.KeyStart, parent.Children[1].KeyStart, "")
                : Between(child.KeyStart, child.End, "");
        if (parent.Children.Count == 1)
            return null;
        var line = LineStart(child.KeyStart);
        if (!text.AsSpan(line, child.KeyStart - line).Trim(' ').IsEmpty)
            return at == 0 ? Between(child.KeyStart, parent.Children[1].KeyStart, "") : null;
        var end = LineEnd(child.End);
        return end < text.Length ? Between(line, text.IndexOf('\n', end) + 1, "") : Between(BeforeNewLine(line), end, "");
    }

    /// <summary>What stood in quotes goes on in quotes.</summary>
    private string Instead(YamlMark old, ScriptNode value)
    {
        var wasQuoted = text[old.Start] is '"' or '\'';
        return Between(old.Start, old.End, YamlWriter.Flow(wasQuoted && value is ScriptScalar scalar ? scalar with { Quoted = true } : value));
    }

    private string AddToFlow(YamlMark parent, string written) => parent.Children.Count == 0
        ? Between(parent.Start + 1, parent.End - 1, written)
        : Between(parent.Children[^1].End, parent.Children[^1].End, $", {written}");

    /// <summary>A line below the one in which something ends, whose comment stays with it.</summary>
    private string AddLine(int end, string line) => Between(LineEnd(end), LineEnd(end), _newLine + line);

    private string Between(int start, int end, string written) => string.Concat(text.AsSpan(0, start), written, text.AsSpan(end));

    private int LineStart(int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    /// <summary>Before the line's break.</summary>
    private int LineEnd(int offset)
    {
        var end = text.IndexOf('\n', offset);
        return end < 0 ? text.Length : end > offset && text[end - 1] == '\r' ? end - 1 : end;
    }

    private int BeforeNewLine(int lineStart) => lineStart == 0 ? 0 : lineStart > 1 && text[lineStart - 2] == '\r' ? lineStart - 2 : lineStart - 1;
}
