namespace ContactCenter.Contracts.Calls;

/// <summary>A message taken for the practice (<c>POST /api/practices/{practiceId}/messages</c>, with <c>Idempotency-Key</c>).</summary>
/// <param name="CallId">The call it was taken in, or null.</param>
/// <param name="Text">What the caller wants, in the agent's words; at most 4,000 characters.</param>
public sealed record MessageForPractice(Guid? CallId, Guid? PatientId, string Text, bool Urgent, string? CallBackNumber);

public sealed record MessageView(Guid MessageId, DateTimeOffset TakenAt, string TakenBy, string Text, bool Urgent, string? CallBackNumber, string? PatientName, DateTimeOffset? ReadAt);
