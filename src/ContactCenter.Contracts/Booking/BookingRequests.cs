namespace ContactCenter.Contracts.Booking;

/// <summary><c>POST /api/practices/{practiceId}/appointments</c> with <c>Idempotency-Key</c>; answers <see cref="AppointmentView"/>.</summary>
/// <param name="CallId">The call it is booked in; null for practice staff.</param>
/// <param name="HoldId">The hold that becomes this appointment, if any.</param>
public sealed record BookAppointment(Guid? CallId, Guid? HoldId, string VisitReasonId, string PractitionerId, DateTimeOffset Start, Guid PatientId, string? Note);

/// <summary><c>POST .../appointments/{appointmentId}/move</c> with <c>Idempotency-Key</c>; the old slot is only given up once the new one is taken.</summary>
public sealed record MoveAppointment(Guid? CallId, Guid? HoldId, string PractitionerId, DateTimeOffset Start, int Version);

/// <summary><c>POST .../appointments/{appointmentId}/cancel</c> with <c>Idempotency-Key</c>; answers <see cref="AppointmentView"/>.</summary>
public sealed record CancelAppointment(Guid? CallId, int Version, string? Reason);

/// <summary><c>GET /api/practices/{practiceId}/patients/{patientId}/appointments</c>: coming ones soonest first, then past ones latest first.</summary>
public sealed record PatientAppointments(IReadOnlyList<AppointmentView> Coming, IReadOnlyList<AppointmentView> Past);

/// <summary>Values of <c>code</c> in the ProblemDetails of these addresses.</summary>
public static class BookingProblems
{
    /// <summary>409: somebody else has it; the field <see cref="AlternativesField"/> lists the nearest free ones as <see cref="SlotView"/>.</summary>
    public const string SlotTaken = "slot-taken";
    public const string AlternativesField = "alternatives";

    /// <summary>422: a rule of the practice forbids it; <c>detail</c> says which, in the agent's language.</summary>
    public const string NotAllowed = "booking-not-allowed";

    /// <summary>409: an emergency is open on this call: no booking.</summary>
    public const string EmergencyOpen = "emergency-open";

    /// <summary>409: the appointment was changed meanwhile: load again.</summary>
    public const string Outdated = "outdated-version";
}
