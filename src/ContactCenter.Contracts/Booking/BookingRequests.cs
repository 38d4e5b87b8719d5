namespace ContactCenter.Contracts.Booking;

/// <summary><c>POST /api/practices/{practiceId}/appointments</c> with <c>Idempotency-Key</c>; answers <see cref="AppointmentView"/>.</summary>
/// <param name="CallId">The call it is booked in; null for practice staff.</param>
/// <param name="HoldId">The hold that becomes this appointment, if any.</param>
/// <param name="Justification">The agent's written reason, where a rule asks for one (<see cref="BookingProblems.ReasonNeeded"/>).</param>
/// <param name="PatientIsNew">Whether the practitioner has not seen the patient yet; null: as her appointments tell.</param>
/// <param name="HasReferral">The patient has the letter or prescription that the reason asks for.</param>
/// <param name="Pool">Kept slots that are open to this booking, such as those triage opened.</param>
/// <param name="Overbook">Intended overbooking may be used.</param>
/// <param name="CaseId">The patient's case that it is for; null: the only open one whose plan counts sessions of this reason, if there is one.</param>
public sealed record BookAppointment(
    Guid? CallId,
    Guid? HoldId,
    string VisitReasonId,
    string PractitionerId,
    DateTimeOffset Start,
    Guid PatientId,
    string? Note,
    string? Justification = null,
    bool? PatientIsNew = null,
    bool HasReferral = false,
    string? Pool = null,
    bool Overbook = false,
    Guid? CaseId = null);

/// <summary><c>POST .../appointments/{appointmentId}/move</c> with <c>Idempotency-Key</c>; the old slot is only given up once the new one is taken.</summary>
public sealed record MoveAppointment(
    Guid? CallId, Guid? HoldId, string PractitionerId, DateTimeOffset Start, int Version, string? Justification = null, string? Pool = null, bool Overbook = false);

/// <summary><c>POST .../appointments/{appointmentId}/cancel</c> with <c>Idempotency-Key</c>; answers <see cref="AppointmentView"/>.</summary>
/// <param name="By">On whose wish.</param>
public sealed record CancelAppointment(Guid? CallId, int Version, string? Reason, CancelledBy By = CancelledBy.Patient);

public enum CancelledBy
{
    Patient,
    Practice,

    /// <summary>Our own mistake: the practice does not pay for it. Only an agent may say so.</summary>
    Us,
}

/// <summary>
/// <c>POST .../appointments/{appointmentId}/arrive</c>, <c>/fulfil</c>, <c>/no-show</c> and, for the practice, <c>/approve</c>, <c>/refuse</c>,
/// all with <c>Idempotency-Key</c>; each answers <see cref="AppointmentView"/>.
/// </summary>
public sealed record MarkAppointment(int Version, string? Reason = null);

/// <summary><c>GET /api/practices/{practiceId}/patients/{patientId}/appointments</c>: coming ones soonest first, then past ones latest first.</summary>
public sealed record PatientAppointments(IReadOnlyList<AppointmentView> Coming, IReadOnlyList<AppointmentView> Past);

/// <summary>Values of <c>code</c> in the ProblemDetails of these addresses; <c>detail</c> is one sentence in the user's language.</summary>
public static class BookingProblems
{
    /// <summary>409: somebody else has it; the field <see cref="AlternativesField"/> lists the nearest free ones as <see cref="SlotView"/>.</summary>
    public const string SlotTaken = "slot-taken";
    public const string AlternativesField = "alternatives";

    /// <summary>422: a rule of the practice forbids it; <c>detail</c> says which, in the agent's language, and <see cref="RulesField"/> names it.</summary>
    public const string NotAllowed = "booking-not-allowed";

    /// <summary>422: a rule asks for a written reason; <see cref="RulesField"/> lists them as <see cref="RuleView"/>. Send again with one.</summary>
    public const string ReasonNeeded = "booking-reason-needed";
    public const string RulesField = "rules";

    /// <summary>422: the plan of the case does not cover it, or its new time; <c>detail</c> says why. Send again with a written reason.</summary>
    public const string PlanDoesNotCover = "plan-does-not-cover";

    /// <summary>409: an emergency is open on this call: no booking.</summary>
    public const string EmergencyOpen = "emergency-open";

    /// <summary>
    /// 409: the appointment was changed meanwhile; <c>detail</c> says what, by whom and when. <see cref="CurrentField"/> shows it as it is now, as
    /// <see cref="AppointmentView"/>, and <see cref="ChangesField"/> lists what happened since the version that was sent, oldest first, as
    /// <see cref="AppointmentEventView"/>.
    /// </summary>
    public const string Outdated = "outdated-version";
    public const string CurrentField = "current";
    public const string ChangesField = "changes";

    /// <summary>409: the appointment's state does not admit this: it is cancelled, or has taken place.</summary>
    public const string WrongState = "wrong-appointment-state";

    /// <summary>404: the hold is over; the slot may still be free.</summary>
    public const string HoldOver = "hold-over";

    /// <summary>422: a field of the request cannot be read; <c>field</c> names it.</summary>
    public const string Invalid = "booking-invalid";

    /// <summary>404: the practice keeps no calendar here.</summary>
    public const string NoCalendar = "no-calendar";
}
