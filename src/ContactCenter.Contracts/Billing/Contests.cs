namespace ContactCenter.Contracts.Billing;

public enum ContestState
{
    Open,

    /// <summary>The segment is charged no more; a credit note takes it back.</summary>
    Accepted,
    Refused,
}

/// <summary>
/// <c>POST /api/billing/practices/{practiceId}/invoices/{number}/contests</c> (staff of the practice, with <c>Idempotency-Key</c>) answers
/// <see cref="ContestView"/>.
/// </summary>
/// <param name="Segment">See <see cref="SegmentEvidence.Index"/>.</param>
/// <param name="Reason">1 to 1,000 characters; nobody's name or number.</param>
public sealed record ContestSegment(Guid CallId, int Segment, string Reason);

/// <summary>
/// One of <c>GET /api/billing/practices/{practiceId}/contests</c> (Billing, or staff of the practice) and of <c>GET /api/billing/contests</c> (Billing),
/// open ones first.
/// </summary>
/// <param name="CreditNote">Its number once issued; null before, and when nothing was left to take back.</param>
public sealed record ContestView(
    Guid ContestId, Guid PracticeId, string InvoiceNumber, Guid CallId, int Segment, string Kind, long Seconds, ContestState State, string? CreditNote,
    IReadOnlyList<ContestStep> History);

/// <param name="By">Name of the account.</param>
public sealed record ContestStep(DateTimeOffset At, string By, ContestState State, string Reason);

/// <summary>
/// <c>POST /api/billing/practices/{practiceId}/contests/{contestId}/decision</c> (role Billing, with <c>Idempotency-Key</c>) answers
/// <see cref="ContestView"/>.
/// </summary>
/// <param name="Accept">True issues the credit note of what the segment had cost.</param>
public sealed record DecideContest(bool Accept, string Reason);
