using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>Reads the names of nodes that other nodes lead to, and tells afterwards which of them do not exist.</summary>
internal sealed class IvrTargets
{
    private readonly List<(string Name, SourceSpan Span)> _named = [];

    /// <summary>The node named under <paramref name="key"/>. Without one the node is a dead end.</summary>
    public string Read(Fields fields, string key, string node)
    {
        if (fields.Has(key))
            return Note(fields, key, fields.Id(key));
        fields.Report(IvrCodes.DeadEnd, key, node, key);
        return "";
    }

    /// <summary>The node named under a key that every such place must have.</summary>
    public string Require(Fields fields, string key) => Note(fields, key, fields.Id(key));

    public void Check(IReadOnlyDictionary<string, IvrNode> nodes, DiagnosticBag bag)
    {
        foreach (var (name, span) in _named.Where(n => !nodes.ContainsKey(n.Name)))
            bag.Report(IvrCodes.NoSuchNode, span, name, Spelling.Nearest(name, nodes.Keys) is { } near ? $"Did you mean '{near}'?" : "Add it, or name another.");
    }

    private string Note(Fields fields, string key, string? name)
    {
        if (name is not null)
            _named.Add((name, fields.SpanOf(key)));
        return name ?? "";
    }
}
