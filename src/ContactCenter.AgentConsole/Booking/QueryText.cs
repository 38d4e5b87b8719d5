namespace ContactCenter.AgentConsole.Booking;

internal static class QueryText
{
    /// <summary>What has no value is left out.</summary>
    public static string Of(IEnumerable<(string Name, string? Value)> query) =>
        string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"));
}
