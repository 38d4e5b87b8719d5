using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>How a caller's wait stands when the next thing to hear is asked for.</summary>
/// <param name="Position">The place in the queue from 1, or null when it is not known.</param>
/// <param name="Waited">Since entering the queue.</param>
/// <param name="Before">The same when it was asked the last time; null the first time.</param>
public sealed record IvrWaitState(int? Position, Duration Waited, Duration? Before);
