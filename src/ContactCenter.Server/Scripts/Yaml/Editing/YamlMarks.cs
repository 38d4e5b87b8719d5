using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContactCenter.Server.Scripts.Yaml.Editing;

/// <summary>Marks every node of a text that <see cref="YamlScript"/> accepts: one document without anchors, aliases and tags.</summary>
internal sealed class YamlMarks
{
    private readonly string _text;
    private readonly int[] _lines;
    private readonly Parser _parser;

    private YamlMarks(string text)
    {
        _text = text;
        _lines = [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1)];
        // The scanner counts a pair of surrogates as one column: each half is read as one ordinary character.
        _parser = new Parser(new StringReader(string.Concat(text.Select(c => char.IsSurrogate(c) ? '\uE000' : c))));
    }

    public static YamlMark Of(string text)
    {
        var marks = new YamlMarks(text);
        marks._parser.Consume<StreamStart>();
        marks._parser.Consume<DocumentStart>();
        return marks.Node();
    }

    private YamlMark Node() => _parser.Consume<ParsingEvent>() switch
    {
        SequenceStart start => Sequence(start),
        MappingStart start => Mapping(start),
        var scalar => Scalar(scalar),
    };

    private YamlMark Scalar(ParsingEvent at)
    {
        var start = Offset(at.Start);
        return new YamlMark(YamlKind.Scalar, start, Trimmed(start, Offset(at.End)), true, []);
    }

    private YamlMark Sequence(SequenceStart at)
    {
        var (start, isFlow, items) = (Offset(at.Start), at.Style == SequenceStyle.Flow, new List<YamlChild>());
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            var item = Node();
            var from = isFlow ? item.Start : Dash(start, item.Start);
            items.Add(new YamlChild(null, from, isFlow ? from : from + 1, item));
        }

        // The parser lets a bracket end where it begins.
        var end = _parser.Consume<SequenceEnd>();
        return new YamlMark(YamlKind.Sequence, start, isFlow ? Offset(end.Start) + 1 : EndOf(start, items), isFlow, items);
    }

    private YamlMark Mapping(MappingStart at)
    {
        var (start, isFlow, entries) = (Offset(at.Start), at.Style == MappingStyle.Flow, new List<YamlChild>());
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            var (from, to) = (Offset(key.Start), Offset(key.End));
            entries.Add(new YamlChild(key.Value, from, Trimmed(from, to), Node()));
        }

        var end = _parser.Consume<MappingEnd>();
        return new YamlMark(YamlKind.Mapping, start, isFlow ? Offset(end.Start) + 1 : EndOf(start, entries), isFlow, entries);
    }

    /// <summary>The dash of an item stands in the column of the sequence, on the item's line or above it.</summary>
    private int Dash(int sequence, int item)
    {
        var column = sequence - _lines[LineOf(sequence)];
        for (var line = LineOf(item); line >= 0; line--)
        {
            var at = _lines[line] + column;
            if (at < _text.Length && at <= item && _text[at] == '-' && _text.AsSpan(_lines[line], column).Trim(" -").IsEmpty)
                return at;
        }

        return item;
    }

    private static int EndOf(int start, List<YamlChild> children) => children.Count == 0 ? start : children.Max(c => c.End);

    private int Trimmed(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        return end;
    }

    private int LineOf(int offset)
    {
        var found = Array.BinarySearch(_lines, offset);
        return found >= 0 ? found : ~found - 1;
    }

    private int Offset(Mark mark) => Math.Min(_text.Length, _lines[Math.Min((int)mark.Line, _lines.Length) - 1] + (int)mark.Column - 1);
}
