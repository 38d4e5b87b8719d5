using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>A question asked after the red flags. Without dispositions its answer is only written down.</summary>
/// <param name="Inherited">It comes from the shared protocol that a practice extends.</param>
public sealed record TriageQuestion(string Id, SourceSpan Span, string Ask, Disposition? Yes, Disposition? Unknown, bool Inherited);
