using System.Text;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Tests.Scripts.Editing;

/// <summary>A tree drawn at random and written as people write: blocks and braces, quotes or none, comments, empty lines, two kinds of line break.</summary>
internal sealed class YamlSample
{
    private static readonly string[] Words =
        ["monday", "08:30", "Dr Hélène Martin", "2026-12-28", "15", "true", "un # dièse", "a: b", "« oui »", "l'heure", "x, y", "null", "", "\"cité\"", "\\", "-", "é\tà", "😀 ok"];

    private readonly Random _random;
    private readonly string _newLine;
    private readonly StringBuilder _text = new();

    public YamlSample(int seed)
    {
        _random = new Random(seed);
        _newLine = Once(4) ? "\r\n" : "\n";
        Root = (ScriptMapping)Tree(0, ofMapping: true);
        Block(Root, "");
        Text = Once(5) ? _text.ToString().TrimEnd() : _text.ToString();
    }

    public ScriptMapping Root { get; }

    public string Text { get; }

    /// <summary>A change of some place of the tree.</summary>
    public YamlChange Change()
    {
        var (path, node) = (new List<YamlStep>(), (ScriptNode)Root);
        while (true)
        {
            switch (node)
            {
                case ScriptMapping mapping when Once(2) && mapping.Entries.Where(e => e.Value is not ScriptScalar).ToList() is { Count: > 0 } deeper:
                    var entry = deeper[_random.Next(deeper.Count)];
                    path.Add(entry.Key);
                    node = entry.Value;
                    continue;
                case ScriptMapping mapping:
                    return _random.Next(3) switch
                    {
                        0 when mapping.Entries.Count > 1 => new DropKey(path, mapping.Entries[_random.Next(mapping.Entries.Count)].Key),
                        1 when mapping.Entries.Count > 0 => new SetKey(path, mapping.Entries[_random.Next(mapping.Entries.Count)].Key, Tree(2)),
                        _ => new SetKey(path, "brand-new", Tree(1)),
                    };
                case ScriptSequence sequence when Once(2) && sequence.Items.Any(i => i is not ScriptScalar):
                    var at = Enumerable.Range(0, sequence.Items.Count).First(i => sequence.Items[i] is not ScriptScalar);
                    path.Add(at);
                    node = sequence.Items[at];
                    continue;
                case ScriptSequence sequence:
                    return sequence.Items.Count > 1 && Once(2) ? new DropItem(path, _random.Next(sequence.Items.Count)) : new AddItem(path, Tree(2));
                default:
                    throw new InvalidOperationException();
            }
        }
    }

    private ScriptNode Tree(int depth, bool ofMapping = false)
    {
        var kind = ofMapping ? 0 : depth >= 3 ? 2 : _random.Next(4);
        return kind switch
        {
            0 => new ScriptMapping(default, [.. Enumerable.Range(0, _random.Next(depth == 0 ? 1 : 0, 4)).Select(i => new ScriptEntry($"{(char)('a' + i)}{depth}", default, Tree(depth + 1)))]),
            1 => new ScriptSequence(default, [.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => Tree(depth + 1))]),
            _ => new ScriptScalar(default, Words[_random.Next(Words.Length)], Quoted: true),
        };
    }

    private void Block(ScriptNode node, string indent)
    {
        var items = node is ScriptMapping mapping ? mapping.Entries.Select(e => ($"{e.Key}:", e.Value)) : ((ScriptSequence)node).Items.Select(i => ("-", i));
        var step = Once(3) ? "    " : "  ";
        foreach (var (lead, value) in items)
        {
            if (Once(6))
                Line($"{indent}# une remarque: [avec, des {{signes}}");
            if (Once(8))
                Line("");
            if (IsBlock(value))
            {
                Line($"{indent}{lead}{Remark()}");
                // A list may stand in the column of its key.
                Block(value, value is ScriptSequence && lead != "-" && Once(3) ? indent : indent + step);
            }
            else
            {
                Line($"{indent}{lead} {Flow(value)}{Remark()}");
            }
        }
    }

    private bool IsBlock(ScriptNode node) => node is ScriptMapping { Entries.Count: > 0 } or ScriptSequence { Items.Count: > 0 } && Once(2);

    private string Flow(ScriptNode node) => node switch
    {
        ScriptMapping mapping => $"{{{string.Join(Once(3) ? " ,  " : ", ", mapping.Entries.Select(e => $"{e.Key}: {Flow(e.Value)}"))}{(Once(5) ? " " : "")}}}",
        ScriptSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Flow))}{(Once(5) ? " " : "")}]",
        ScriptScalar { Text: var text } when Once(4) && !text.Contains('\t', StringComparison.Ordinal) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        ScriptScalar { Text: "monday" or "Dr Hélène Martin" or "2026-12-28" or "15" or "true" or "l'heure" } plain when Once(2) => plain.Text,
        _ => YamlWriter.Flow(node),
    };

    private string Remark() => Once(5) ? "   # pourquoi: \"ainsi\"" : "";

    private void Line(string line) => _text.Append(line).Append(_newLine);

    private bool Once(int times) => _random.Next(times) == 0;
}
