using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>
/// Reads what agents read of why a caller phones. A flow without the section shows its own words; one that has it has words for all its reasons,
/// in every language of the console, whatever languages the callers are spoken to in.
/// </summary>
internal static class IvrReasonReader
{
    private const string Key = "reasons";

    public static IReadOnlyDictionary<string, SpokenText> Read(Fields fields, IEnumerable<IvrNode> nodes)
    {
        if (!fields.Has(Key))
            return new Dictionary<string, SpokenText>();
        var reasons = fields.NamedMaps(Key).ToDictionary(r => r.Name, r => (r.Span, Words: ReadWords(r.Fields)));
        var used = nodes.Select(ReasonOf).OfType<string>().ToHashSet();
        foreach (var missing in used.Where(u => !reasons.ContainsKey(u)).Order(StringComparer.Ordinal))
            fields.Report(IvrCodes.ReasonUnworded, Key, missing);
        foreach (var (name, reason) in reasons.Where(r => !used.Contains(r.Key)))
            fields.Bag.Report(IvrCodes.ReasonUnused, reason.Span, name);
        return reasons.ToDictionary(r => r.Key, r => r.Value.Words);
    }

    private static SpokenText ReadWords(Fields map)
    {
        var words = new SpokenText(map.Text("fr") ?? "", map.Text("en"));
        map.Done();
        return words;
    }

    private static string? ReasonOf(IvrNode node) => node switch
    {
        QueueNode queue => queue.Reason,
        VoicemailNode voicemail => voicemail.Reason,
        _ => null,
    };
}
