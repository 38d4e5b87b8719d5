namespace ContactCenter.Contracts.Booking;

/// <summary>
/// <c>POST /api/practices/{practiceId}/waitlist</c> with <c>Idempotency-Key</c>: a patient waits for a slot that suits her; answers
/// <see cref="WaitlistEntryView"/>. <c>DELETE .../waitlist/{entryId}</c> takes her off.
/// </summary>
/// <param name="CallId">The call in which she asked; null for the practice.</param>
/// <param name="PractitionerId">Null: any who offers the reason.</param>
/// <param name="Weekdays">Empty: every day.</param>
/// <param name="Earliest">Local time of day at which the visit begins, inclusive.</param>
/// <param name="Before">Local time of day before which it begins, exclusive.</param>
/// <param name="Until">The last day that helps; null: as long as the practice books ahead.</param>
/// <param name="ReachableFrom">Local time from which on she may be rung; null: as the house rings.</param>
/// <param name="Note">What else to know, for whoever rings her; at most 500 characters.</param>
public sealed record EnterWaitlist(
    Guid? CallId, Guid PatientId, string VisitReasonId, string? PractitionerId, WaitlistUrgency Urgency, IReadOnlyList<DayOfWeek>? Weekdays = null,
    TimeOnly? Earliest = null, TimeOnly? Before = null, DateOnly? NotBefore = null, DateOnly? Until = null, TimeOnly? ReachableFrom = null,
    TimeOnly? ReachableUntil = null, string? Note = null);

public enum WaitlistUrgency { Routine, Soon, Pressing }

public enum WaitlistState
{
    Waiting,

    /// <summary>A slot is kept for her while she is rung.</summary>
    Offered,
    Booked,

    /// <summary>She does not wait any more.</summary>
    Withdrawn,

    /// <summary>Her last day has passed.</summary>
    Lapsed,

    /// <summary>She could not be reached; the practice has a message.</summary>
    Unreached,
}

/// <summary>Somebody on the waitlist (<c>GET .../waitlist</c>, who stands first comes first; <c>all=true</c> with those who wait no more).</summary>
/// <param name="Wishes">In one line, in the user's language.</param>
/// <param name="Offers">Slots offered to her so far.</param>
/// <param name="AppointmentId">Of one who was booked.</param>
public sealed record WaitlistEntryView(
    Guid EntryId, Guid PatientId, string PatientName, string VisitReasonId, string VisitReasonLabel, string? PractitionerName, WaitlistUrgency Urgency, string Wishes,
    string? Note, DateTimeOffset Since, int DaysWaited, WaitlistState State, int Offers, DateTimeOffset? OfferedStart, Guid? AppointmentId);

/// <summary>How freed slots were filled again (<c>GET .../waitlist/refills?days=30</c>): nobody's name stands in it.</summary>
/// <param name="Refilled">Booked again, by whomever.</param>
/// <param name="ByWaitlist">Of these, by a waiting patient.</param>
/// <param name="MedianMinutes">From release to booking; null when none was filled.</param>
public sealed record RefillView(int Released, int Refilled, int ByWaitlist, int Passed, int? MedianMinutes, IReadOnlyList<FreedSlotView> Latest);

/// <param name="Because">Stable name: <c>Cancelled</c>, <c>Moved</c>, <c>Refused</c>, <c>AbsenceWithdrawn</c>, <c>HoldEnded</c>.</param>
/// <param name="MinutesToFill">Null while it is open, and when it passed.</param>
public sealed record FreedSlotView(
    string PractitionerName, DateTimeOffset Start, DateTimeOffset End, string Because, DateTimeOffset ReleasedAt, int Offers, int? MinutesToFill, bool ByWaitlist, bool Passed);
