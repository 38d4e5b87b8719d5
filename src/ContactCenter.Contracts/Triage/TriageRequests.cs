namespace ContactCenter.Contracts.Triage;

/// <summary><c>POST /api/calls/{callId}/triage/proposals</c>: the protocols that fit; without words or reason, all that may be used today.</summary>
public sealed record ProposeProtocols(string Words, string? VisitReasonId = null, int? AgeMonths = null);

/// <param name="Because">The words and reasons that were recognised.</param>
public sealed record ProposedProtocol(string ProtocolId, string Title, bool Signed, IReadOnlyList<string> Because);

/// <summary><c>POST /api/calls/{callId}/triage</c> with <c>Idempotency-Key</c>; answers <see cref="TriageView"/>.</summary>
/// <param name="Words">The caller's words that led to it.</param>
public sealed record StartTriage(string ProtocolId, string Words);

/// <summary><c>POST /api/calls/{callId}/triage/answers</c> with <c>Idempotency-Key</c>; answers <see cref="TriageView"/>.</summary>
public sealed record AnswerTriage(string QuestionId, TriageReply Reply, string? ExactWords);

/// <summary>
/// <c>POST /api/calls/{callId}/triage/doubt</c> with <c>Idempotency-Key</c>, at any moment, also before a protocol began;
/// answers <see cref="TriageView"/>, or 204 without a protocol.
/// </summary>
public sealed record DoubtTriage(string? ExactWords);

/// <summary><c>POST /api/calls/{callId}/triage/raise</c> with <c>Idempotency-Key</c>; answers <see cref="TriageView"/>.</summary>
public sealed record RaiseTriage(TriageDisposition To, string? ExactWords);

/// <summary>Values of <c>code</c> in the ProblemDetails of these addresses.</summary>
public static class TriageProblems
{
    /// <summary>409: another question is being asked; load again.</summary>
    public const string NotAsked = "triage-not-asked";

    /// <summary>409: only a doctor may lower what has been reached.</summary>
    public const string WouldLower = "triage-would-lower";

    /// <summary>409: the protocol is retired, overdue for review or not signed.</summary>
    public const string ProtocolNotUsable = "protocol-not-usable";
}
