using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>A question about a fact whose answer forces escalation. The first yes stops the protocol.</summary>
/// <param name="Ask">What the agent reads out, word for word.</param>
/// <param name="Note">What she writes down after a yes, such as the hour of onset; null for nothing.</param>
/// <param name="Unknown">Never less severe than <see cref="Disposition.DoctorNow"/>.</param>
/// <param name="Inherited">It comes from a shared protocol, and a practice cannot take it out.</param>
public sealed record RedFlag(string Id, SourceSpan Span, string Ask, string? Note, Disposition Yes, Disposition Unknown, bool Inherited);
