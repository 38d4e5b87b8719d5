using ContactCenter.Domain.Scripts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContactCenter.Server.Scripts.Yaml;

/// <summary>Builds the nodes of one document from the parser's events. A null node stands for one that was refused and reported.</summary>
internal sealed class YamlNodes(string file, IParser parser, DiagnosticBag bag)
{
    /// <summary>The only document of the text; null when there is none, more than one, or a refused one.</summary>
    public ScriptNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = Node(0);
        if (bag.HasErrors)
            return null;
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<StreamEnd>(out _))
            return root;
        bag.Report(ScriptCodes.NotOneDocument, YamlScript.SpanOf(file, parser.Current!));
        return null;
    }

    private ScriptNode? Node(int depth)
    {
        var at = parser.Consume<ParsingEvent>();
        var span = YamlScript.SpanOf(file, at);
        if (at is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            return Refuse(ScriptCodes.Alias, span);
        if (depth > YamlScript.MaxDepth)
            return Refuse(ScriptCodes.TooDeep, span, YamlScript.MaxDepth);
        return at switch
        {
            Scalar scalar => new ScriptScalar(span, scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => Sequence(span, depth),
            MappingStart => Mapping(span, depth),
            _ => Refuse(ScriptCodes.NotText, span),
        };
    }

    private ScriptSequence? Sequence(SourceSpan span, int depth)
    {
        var items = new List<ScriptNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return new ScriptSequence(span, items);
    }

    private ScriptMapping? Mapping(SourceSpan span, int depth)
    {
        var entries = new List<ScriptEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keySpan = YamlScript.SpanOf(file, parser.Current!);
            if (Node(depth + 1) is not { } key)
                return null;
            if (key is not ScriptScalar { Text: var name } || name.Contains('\n', StringComparison.Ordinal))
                return (ScriptMapping?)Refuse(ScriptCodes.NotText, keySpan);
            if (Node(depth + 1) is not { } value)
                return null;
            if (seen.Add(name))
                entries.Add(new ScriptEntry(name, keySpan, value));
            else
                bag.Report(ScriptCodes.DuplicateKey, keySpan, name);
        }

        return new ScriptMapping(span, entries);
    }

    private ScriptNode? Refuse(ScriptCode code, SourceSpan span, params object[] values)
    {
        bag.Report(code, span, values);
        return null;
    }
}
