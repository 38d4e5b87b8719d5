namespace ContactCenter.Contracts.Calls;

/// <summary>A message taken for the practice (<c>POST /api/practices/{practiceId}/messages</c>, with <c>Idempotency-Key</c>; by its agents).</summary>
/// <param name="CallId">The call it was taken in, or null.</param>
/// <param name="Text">What the caller wants, in the agent's words; 1 to 4,000 characters.</param>
/// <param name="CallBackNumber">As typed, or null.</param>
public sealed record MessageForPractice(Guid? CallId, Guid? PatientId, string Text, bool Urgent, string? CallBackNumber);

/// <summary>How a message came to be.</summary>
public enum MessageKind
{
    /// <summary>Written by an agent.</summary>
    Note,

    /// <summary>Spoken by the caller.</summary>
    Voicemail,

    /// <summary>A callback that was promised and could not be kept.</summary>
    MissedCallback,

    /// <summary>What a caller wished whose call became an emergency.</summary>
    Wish,
}

/// <summary>
/// A message as the practice and its agents see it (<c>GET /api/practices/{practiceId}/messages</c>, unread ones first, then the latest).
/// <c>POST .../{messageId}/read</c> and <c>/unread</c> mark it; <c>GET .../{messageId}/recording</c> is the caller's voice.
/// </summary>
/// <param name="TakenAt">By the practice's own clock.</param>
/// <param name="TakenBy">The agent's name; null when nobody of ours took it.</param>
/// <param name="RecordingSeconds">Length of the caller's own words, in seconds; null without a recording.</param>
/// <param name="RecordingReady">The recording can be heard.</param>
public sealed record MessageView(
    Guid MessageId, MessageKind Kind, DateTimeOffset TakenAt, string? TakenBy, string Text, bool Urgent, string? CallBackNumber, Guid? PatientId, string? PatientName,
    Guid? CallId, int? RecordingSeconds, bool RecordingReady, DateTimeOffset? ReadAt, string? ReadBy);

/// <summary>Values of <c>code</c> of the message addresses.</summary>
public static class MessageProblems
{
    /// <summary>422: <c>field</c> names what is missing, too long or unreadable.</summary>
    public const string Invalid = "invalid-message";

    /// <summary>404: there is no recording, or it is not here yet.</summary>
    public const string NoRecording = "no-recording";
}
