namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>A call to a party, asked for over REST or by <c>Dial</c>.</summary>
internal sealed record OutboundCall(string From, string To, string Direction, string StatusCallback, IReadOnlyList<string> StatusEvents)
{
    public string? ParentSid { get; init; }

    /// <summary>Parameters of the <c>Client</c> noun.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
