namespace ContactCenter.Server.Imports;

/// <summary>The ids that stood in a file so far, with their rows: one id for two different rows is a fault of the file.</summary>
internal sealed class SeenKeys
{
    private readonly Dictionary<long, (long Content, int Line)> _seen = [];

    /// <summary>Null when the id is new here; otherwise what is to be said of the second row.</summary>
    public RowOutcome? Meet(long token, long content, int line)
    {
        if (!_seen.TryGetValue(token, out var before))
        {
            _seen[token] = (content, line);
            return null;
        }

        return before.Content == content
            ? RowOutcome.AlreadyThere
            : RowOutcome.Refused(new ImportFault(line, 1, ImportCodes.SameIdTwice, ImportWords.SameIdTwice(before.Line)));
    }
}
