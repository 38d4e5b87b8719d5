namespace ContactCenter.Contracts.Booking;

/// <summary>What became of an appointment, oldest first: <c>GET .../appointments/{appointmentId}/history</c>.</summary>
public sealed record AppointmentHistory(Guid AppointmentId, IReadOnlyList<AppointmentEventView> Events);

/// <param name="What">Stable name, such as <c>Booked</c> or <c>Moved</c>.</param>
/// <param name="By">Who did it, as colleagues know her; null for the server itself.</param>
/// <param name="Rules">Names of rules that a written reason outweighed or that the practice was asked about.</param>
public sealed record AppointmentEventView(
    DateTimeOffset At,
    string What,
    AppointmentState? State,
    string PractitionerId,
    DateTimeOffset Start,
    DateTimeOffset End,
    string? By,
    Guid? CallId,
    IReadOnlyList<string> Rules);
