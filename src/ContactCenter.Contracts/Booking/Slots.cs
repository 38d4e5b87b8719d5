namespace ContactCenter.Contracts.Booking;

/// <summary>What can be booked at a practice (<c>GET /api/practices/{practiceId}/visit-reasons</c>).</summary>
/// <param name="Minutes">Duration by practitioner slug; only these practitioners offer it.</param>
/// <param name="Preparation">What to tell the patient, such as "venir à jeun".</param>
/// <param name="Synonyms">Words of patients, for typing.</param>
public sealed record VisitReasonView(string VisitReasonId, string Label, IReadOnlyDictionary<string, int> Minutes, IReadOnlyList<string> Preparation, IReadOnlyList<string> Synonyms);

/// <summary>
/// <c>GET /api/practices/{practiceId}/slots?visitReason=...&amp;practitioner=...&amp;from=2026-11-23&amp;days=28&amp;take=24&amp;pool=...</c>;
/// <c>practitioner</c>, <c>pool</c> and <c>take</c> may be left out. Soonest first.
/// </summary>
/// <param name="WhyNone">A sentence when there is none.</param>
public sealed record FoundSlots(IReadOnlyList<SlotView> Slots, string? WhyNone);

/// <summary>A bookable interval with the practice's own offset; <paramref name="End"/> is exclusive.</summary>
public sealed record SlotView(string PractitionerId, string PractitionerName, DateTimeOffset Start, DateTimeOffset End);

/// <summary>
/// <c>POST /api/practices/{practiceId}/holds</c> with <c>Idempotency-Key</c>: keeps a slot while the caller makes up her mind. Bound to the live
/// call, extended by the console's heartbeat, released by the end of the call. A second hold of the same call replaces the first.
/// <c>DELETE .../holds/{holdId}</c> lets it go.
/// </summary>
public sealed record HoldSlot(Guid CallId, string VisitReasonId, string PractitionerId, DateTimeOffset Start);

public sealed record HeldSlot(Guid HoldId, string PractitionerId, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset ExpiresAt);
