namespace ContactCenter.Domain.Triage;

/// <summary>What makes the console propose a protocol.</summary>
/// <param name="Words">Words of callers.</param>
/// <param name="VisitReasons">Visit reasons by their slugs.</param>
public sealed record TriageTriggers(IReadOnlyList<string> Words, IReadOnlyList<string> VisitReasons);
