namespace ContactCenter.Contracts.Booking;

/// <summary>A time at which a practitioner, a room or a device is not there; <paramref name="End"/> is exclusive.</summary>
/// <param name="ResourceId">The slug of the practitioner, room or device.</param>
/// <param name="Concerned">Appointments that lie in it and are to be moved; only in the answer to its entry.</param>
public sealed record AbsenceView(
    Guid AbsenceId, string ResourceId, string Name, DateTimeOffset Start, DateTimeOffset End, string Why, IReadOnlyList<AppointmentView>? Concerned = null);

/// <summary>
/// <c>POST /api/practices/{practiceId}/absences</c> with <c>Idempotency-Key</c>, for the practice; <c>GET</c> lists them from <c>from</c> on,
/// <c>DELETE .../absences/{absenceId}</c> takes one back.
/// </summary>
/// <param name="Start">By the practice's own clock, without an offset. A time that its clock leaves out in spring is the one an hour later.</param>
/// <param name="End">Likewise; exclusive.</param>
public sealed record EnterAbsence(string ResourceId, DateTime Start, DateTime End, string Why);

/// <summary><c>GET /api/practices/{practiceId}/resources</c>: whoever or whatever has a calendar.</summary>
public sealed record CalendarResource(string ResourceId, string Name, CalendarResourceKind Kind);

public enum CalendarResourceKind { Practitioner, Staff, Room, Equipment }
