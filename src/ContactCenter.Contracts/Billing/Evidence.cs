namespace ContactCenter.Contracts.Billing;

/// <summary>
/// A call that a line is made of: <c>GET /api/billing/practices/{practiceId}/invoices/{number}/lines/{line}/calls</c> (Billing, or staff of the
/// practice), in order of arrival. The quantities sum to the line's; a line that no single use caused has none.
/// </summary>
/// <param name="CallId">Null for a text message outside a call.</param>
/// <param name="ItemId">The appointment or text message that was counted; null when the call itself was.</param>
/// <param name="StartedAt">By the practice's clock; null when the call is not metered.</param>
public sealed record LineUse(Guid? CallId, Guid? ItemId, long Quantity, DateTimeOffset? StartedAt, long TalkSeconds);

/// <summary>
/// <c>GET /api/billing/practices/{practiceId}/calls/{callId}</c> (Billing, or staff of the practice): every second of a call and what proves it. No
/// number of a caller and no patient.
/// </summary>
/// <param name="Line">The number that was dialled, which is ours.</param>
/// <param name="CallerMasked">Such as <c>+33 6 •• •• •• 12</c>; null when the caller hid it.</param>
/// <param name="MeasuredAt">When the seconds were last derived from the events.</param>
public sealed record CallEvidence(
    Guid CallId, string Line, string? CallerMasked, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Outcome, long TalkSeconds,
    long LegSeconds, DateTimeOffset MeasuredAt, IReadOnlyList<SegmentEvidence> Segments, IReadOnlyList<InvoicedPart> Invoiced,
    IReadOnlyList<ContestView> Contests)
{
    /// <summary>What was measured before, and what is in force: last. Facts that came late made each but the first.</summary>
    public IReadOnlyList<MeasurementView> Measurements { get; init; } = [];
}

/// <summary>One revision of a call's record, never changed since.</summary>
/// <param name="Revision">From 1; the greatest is in force.</param>
public sealed record MeasurementView(
    int Revision, DateTimeOffset MeasuredAt, string Outcome, long TalkSeconds, long LegSeconds, IReadOnlyList<MeasuredStretch> Stretches);

/// <param name="Kind">In snake case: <c>talk</c>, <c>wrap_up</c>.</param>
/// <param name="End">Exclusive.</param>
public sealed record MeasuredStretch(string Kind, DateTimeOffset Start, DateTimeOffset End, long Seconds);

/// <summary>A stretch of a call.</summary>
/// <param name="Index">From 0, in order of time; names the segment when it is contested. Notes after the call come last.</param>
/// <param name="Kind">In snake case: <c>talk</c>, <c>wrap_up</c>.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Billable">Whether the tariff that held charges this kind: only that can be contested.</param>
/// <param name="EndedBy">Null when the last evidence of a lost tab cut it.</param>
public sealed record SegmentEvidence(
    int Index, string Kind, DateTimeOffset Start, DateTimeOffset End, long Seconds, bool Billable, BorderEvidence? StartedBy,
    BorderEvidence? EndedBy);

/// <summary>The event that made a border.</summary>
/// <param name="Key">The vendor's own name of the event, or ours.</param>
/// <param name="Kind">What happened, in snake case: <c>participant_joined</c>.</param>
/// <param name="At">When the telephone network says it happened.</param>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="Arrival">Its place among the call's events as they arrived, from 1.</param>
/// <param name="VendorSequence">
/// The number that the vendor itself gave the event, within its conference (from 1) or its leg (from 0); null for events that it does not number.
/// </param>
public sealed record BorderEvidence(string Key, string Kind, DateTimeOffset At, DateTimeOffset ReceivedAt, int Arrival, int? VendorSequence);

/// <summary>What a line charges for the call.</summary>
public sealed record InvoicedPart(string Number, int Line, string LabelFr, string LabelEn, long Quantity, string UnitCode);
