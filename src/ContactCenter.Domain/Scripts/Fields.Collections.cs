namespace ContactCenter.Domain.Scripts;

public sealed partial class Fields
{
    /// <summary>A mapping that must be there.</summary>
    public Fields? Map(string key) => MapOf(key, Required(key));

    public Fields? OptionalMap(string key) => MapOf(key, Optional(key));

    /// <summary>A list of mappings that must be there with at least one item; empty after a report.</summary>
    public IReadOnlyList<Fields> Maps(string key) => MapsOf(key, Items(key, Required(key)));

    /// <summary>A list of mappings; empty when the key is absent.</summary>
    public IReadOnlyList<Fields> OptionalMaps(string key) => MapsOf(key, Items(key, Optional(key)));

    /// <summary>A list of single values that must be there with at least one item. Repeats are reported.</summary>
    public IReadOnlyList<ScriptScalar> Texts(string key) => TextsOf(key, Items(key, Required(key)));

    /// <summary>A list of single values, or one value alone; empty when the key is absent. Repeats are reported.</summary>
    public IReadOnlyList<ScriptScalar> OptionalTexts(string key) => TextsOf(key, Items(key, Optional(key)));

    /// <summary>The same, where a value may stand twice, as the answers of an example do.</summary>
    public IReadOnlyList<ScriptScalar> OptionalSteps(string key) => [.. Items(key, Optional(key)).Select(i => Scalar(key, i)).OfType<ScriptScalar>()];

    /// <summary>A list of enum values by their names in snake case; one value alone is a list of one.</summary>
    public IReadOnlyList<TEnum> Choices<TEnum>(string key)
        where TEnum : struct, Enum =>
        [.. OptionalTexts(key).Select(t => ChoiceOf<TEnum>(key, t)).OfType<TEnum>()];

    /// <summary>A list of short names, see <see cref="Id"/>.</summary>
    public IReadOnlyList<string> Ids(string key) => [.. OptionalTexts(key).Select(t => IdOf(key, t)).OfType<string>()];

    /// <summary>The entries of a mapping whose keys are the author's own names, each of them a mapping.</summary>
    public IReadOnlyList<(string Name, SourceSpan Span, Fields Fields)> NamedMaps(string key)
    {
        if (Map(key) is not { } map)
            return [];
        return [.. map.Mapping.Entries
            .Where(e => map.IdOf("name", new ScriptScalar(e.KeySpan, e.Key)) is not null)
            .Select(e => (e.Key, e.KeySpan, Fields: map.MapOf(e.Key, e.Value)))
            .Where(e => e.Fields is not null)
            .Select(e => (e.Key, e.KeySpan, e.Fields!))];
    }

    private Fields? MapOf(string key, ScriptNode? node)
    {
        if (node is null)
            return null;
        if (node is ScriptMapping inner)
            return new Fields(inner, bag);
        bag.Report(ScriptCodes.WrongShape, node.Span, key, "a mapping of 'key: value' lines");
        return null;
    }

    private IReadOnlyList<ScriptNode> Items(string key, ScriptNode? node)
    {
        if (node is null)
            return [];
        if (node is ScriptScalar)
            return [node];
        if (node is ScriptSequence { Items.Count: > 0 } sequence)
            return sequence.Items;
        if (node is ScriptSequence)
            bag.Report(ScriptCodes.Empty, node.Span, key);
        else
            bag.Report(ScriptCodes.WrongShape, node.Span, key, "a list");
        return [];
    }

    private IReadOnlyList<Fields> MapsOf(string key, IReadOnlyList<ScriptNode> items) =>
        [.. items.Select(i => MapOf(key, i)).OfType<Fields>()];

    private List<ScriptScalar> TextsOf(string key, IReadOnlyList<ScriptNode> items)
    {
        var texts = items.Select(i => Scalar(key, i)).OfType<ScriptScalar>().Where(t => TextOf(key, t) is not null).ToList();
        foreach (var again in texts.GroupBy(t => t.Text).SelectMany(g => g.Skip(1)))
            bag.Report(ScriptCodes.Repeated, again.Span, again.Text);
        return texts;
    }
}
