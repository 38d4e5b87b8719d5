namespace ContactCenter.Server.Hosting;

/// <summary>What people write into forms.</summary>
internal static class Texts
{
    /// <summary>Without blanks around it; null when nothing is left.</summary>
    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
