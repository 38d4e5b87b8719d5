using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>A question asked after the red flags. Without dispositions its answer is only written down.</summary>
public sealed record TriageQuestion(string Id, SourceSpan Span, string Ask, Disposition? Yes, Disposition? Unknown);
