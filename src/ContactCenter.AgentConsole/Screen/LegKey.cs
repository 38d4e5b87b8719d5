namespace ContactCenter.AgentConsole.Screen;

/// <summary>Two sets of join parameters name the same leg when they are equal.</summary>
internal static class LegKey
{
    /// <summary>The parameter that carries the leg's label.</summary>
    public const string LabelParameter = "leg";

    public static string Of(IReadOnlyDictionary<string, string> join) =>
        string.Join('&', join.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));

    public static string? LabelOf(IReadOnlyDictionary<string, string> join) => join.GetValueOrDefault(LabelParameter);
}
