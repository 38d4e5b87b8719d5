namespace ContactCenter.Contracts.Booking;

/// <summary>What can be booked at a practice (<c>GET /api/practices/{practiceId}/visit-reasons</c>).</summary>
/// <param name="Minutes">Duration by practitioner slug; only these practitioners offer it.</param>
/// <param name="Preparation">What to tell the patient, such as "venir à jeun".</param>
/// <param name="Synonyms">Words of patients, for typing.</param>
/// <param name="Documents">What the patient brings.</param>
/// <param name="NewPatientMinutes">As <paramref name="Minutes"/>, for patients the practitioner has not seen; only where it differs.</param>
/// <param name="WithApproval">The practice decides on each.</param>
/// <param name="ReferralNeeded">Ask whether the patient has a letter or prescription.</param>
public sealed record VisitReasonView(
    string VisitReasonId,
    string Label,
    IReadOnlyDictionary<string, int> Minutes,
    IReadOnlyList<string> Preparation,
    IReadOnlyList<string> Synonyms,
    IReadOnlyList<string>? Documents = null,
    IReadOnlyDictionary<string, int>? NewPatientMinutes = null,
    bool WithApproval = false,
    bool ReferralNeeded = false);

/// <summary>
/// <c>GET /api/practices/{practiceId}/slots?visitReason=...&amp;practitioner=...&amp;from=2026-11-23&amp;days=28&amp;take=24&amp;pool=...</c>;
/// <c>practitioner</c>, <c>pool</c> and <c>take</c> may be left out. Soonest first. Further: <c>each</c> (at most so many per practitioner: 1 for
/// the first availability of everybody), <c>patient</c>, <c>patientIsNew</c>, <c>age</c> (years), <c>referral</c>, <c>overbook</c>, <c>weekdays</c>
/// (<c>tuesday,friday</c>), <c>earliest</c> and <c>latest</c> (<c>14:00</c>), <c>callId</c> (its own hold does not count as taken),
/// <c>continuity</c> (who saw the patient last stands first, however late), <c>place</c> (slug of a site).
/// </summary>
/// <param name="WhyNone">A sentence when there is none.</param>
/// <param name="Last">Who saw the patient last, when continuity was asked for and it is known.</param>
/// <param name="Wider">When there is none: what there would be, each wish given up alone.</param>
public sealed record FoundSlots(
    IReadOnlyList<SlotView> Slots, string? WhyNone, LastPractitioner? Last = null, IReadOnlyList<WiderSlotsView>? Wider = null);

/// <param name="SeenOn">In the practice's calendar.</param>
/// <param name="Sentence">To say, also where she has nothing free.</param>
public sealed record LastPractitioner(string PractitionerId, string PractitionerName, DateOnly SeenOn, string Sentence);

/// <param name="Wish">Stable name: <c>TimeOfDay</c>, <c>Weekdays</c>, <c>Place</c>, <c>Practitioner</c>, <c>Period</c>.</param>
/// <param name="Sentence">To say.</param>
public sealed record WiderSlotsView(string Wish, string Sentence, IReadOnlyList<SlotView> Slots);

/// <summary>A bookable interval with the practice's own offset; <paramref name="End"/> is exclusive.</summary>
/// <param name="Asks">What booking it needs; null: nothing.</param>
/// <param name="Lane">Above 0: intended overbooking.</param>
/// <param name="Resources">Names of rooms, devices and staff that it takes.</param>
public sealed record SlotView(
    string PractitionerId,
    string PractitionerName,
    DateTimeOffset Start,
    DateTimeOffset End,
    SlotAsks? Asks = null,
    int Lane = 0,
    IReadOnlyList<string>? Resources = null);

public enum SlotAsks
{
    /// <summary>A written reason of the agent.</summary>
    Reason,

    /// <summary>The practice's approval: the slot is locked until it decides.</summary>
    Approval,
}

/// <summary>
/// <c>POST /api/practices/{practiceId}/holds</c> with <c>Idempotency-Key</c>: keeps a slot while the caller makes up her mind. Bound to the live
/// call, extended by the console's heartbeat, released by the end of the call. A second hold of the same call replaces the first.
/// <c>POST .../holds/{holdId}/extend</c> keeps it longer, <c>DELETE .../holds/{holdId}</c> lets it go.
/// </summary>
/// <param name="PatientId">When she is known already: fixes how long the visit takes.</param>
/// <param name="MovedAppointmentId">The appointment that is to be moved there: the rules do not count it as another one. Its own time is still taken.</param>
public sealed record HoldSlot(
    Guid CallId,
    string VisitReasonId,
    string PractitionerId,
    DateTimeOffset Start,
    Guid? PatientId = null,
    bool? PatientIsNew = null,
    string? Pool = null,
    bool Overbook = false,
    Guid? MovedAppointmentId = null);

/// <param name="Asks">What booking it will need; null: nothing.</param>
/// <param name="Rules">The rules that ask for it.</param>
public sealed record HeldSlot(
    Guid HoldId,
    string PractitionerId,
    DateTimeOffset Start,
    DateTimeOffset End,
    DateTimeOffset ExpiresAt,
    SlotAsks? Asks = null,
    IReadOnlyList<RuleView>? Rules = null);
