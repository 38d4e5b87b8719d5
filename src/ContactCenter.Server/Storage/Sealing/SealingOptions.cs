namespace ContactCenter.Server.Storage.Sealing;

/// <summary>
/// Section <c>Sealing</c>: either <c>KeyFile</c>, a JSON file with the other settings, or those settings themselves
/// (from the environment or a secret store). Keys are 32 bytes in base64.
/// </summary>
internal sealed class SealingOptions
{
    public const string Section = "Sealing";

    public string? KeyFile { get; set; }

    /// <summary>The id of the key that seals.</summary>
    public int Current { get; set; }

    public Dictionary<int, string> Keys { get; set; } = [];

    public string? Search { get; set; }
}
