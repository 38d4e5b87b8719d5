namespace ContactCenter.Contracts.Booking;

/// <summary>
/// <c>POST /api/practices/{practiceId}/recalls</c> with <c>Idempotency-Key</c>: the patient is to be seen again; answers <see cref="RecallView"/>.
/// <c>DELETE .../recalls/{recallId}</c> drops it.
/// </summary>
/// <param name="AppointmentId">The visit it follows: counted from its day, with its reason and practitioner where none is named; null: from today.</param>
/// <param name="Months">In so many months.</param>
/// <param name="ToleranceDays">So many days either way.</param>
/// <param name="Note">For whoever rings her; at most 500 characters.</param>
public sealed record EnterRecall(
    Guid? CallId, Guid PatientId, Guid? AppointmentId, string? VisitReasonId, string? PractitionerId, int Months, int ToleranceDays, string? Note = null);

public enum RecallState
{
    /// <summary>Not yet time to ring her.</summary>
    Later,

    /// <summary>She is being rung.</summary>
    Due,

    /// <summary>Her time has passed without an appointment.</summary>
    Overdue,
    Booked,

    /// <summary>She does not want it, or it was dropped.</summary>
    Dropped,

    /// <summary>She could not be reached; the practice has a message.</summary>
    Unreached,
}

/// <summary>One who is to be seen again (<c>GET .../recalls</c>: overdue ones first, then by day; <c>all=true</c> with those that are over).</summary>
/// <param name="From">First day that suits.</param>
/// <param name="Until">Last day that suits.</param>
public sealed record RecallView(
    Guid RecallId, Guid PatientId, string PatientName, string VisitReasonId, string VisitReasonLabel, string? PractitionerName, DateOnly On, DateOnly From, DateOnly Until,
    RecallState State, string? Note, DateTimeOffset? AppointmentStart);
