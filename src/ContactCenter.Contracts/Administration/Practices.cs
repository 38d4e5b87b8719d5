namespace ContactCenter.Contracts.Administration;

/// <summary>One of <c>GET /api/administration/practices</c> (role Administrator), by name.</summary>
/// <param name="TimeZone">IANA id.</param>
/// <param name="Dialogue">The script that its callers hear, as <c>cabinet-des-lilas/accueil</c>; null when none stands in the files.</param>
/// <param name="Agents">Open accounts that answer for it; <paramref name="Members"/> are its staff and supervisors.</param>
public sealed record PracticeOverview(
    Guid PracticeId, string Slug, string Name, string TimeZone, IReadOnlyList<LineOverview> Lines, string? Dialogue, int? DialogueVersion, int Agents,
    int Members);

/// <param name="Number">E.164.</param>
/// <param name="IsActive">False: the number no longer finds its practice.</param>
public sealed record LineOverview(string Number, string Label, bool IsActive);
