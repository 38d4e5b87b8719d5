namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Parameters of a request to the server, by name.</summary>
internal sealed class Form : Dictionary<string, string>
{
    public Form() : base(StringComparer.Ordinal)
    {
    }

    public Form(IEnumerable<KeyValuePair<string, string>> values) : base(values, StringComparer.Ordinal)
    {
    }
}
