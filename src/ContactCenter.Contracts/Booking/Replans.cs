namespace ContactCenter.Contracts.Booking;

/// <summary>
/// The re-planning of one absence (<c>GET /api/practices/{practiceId}/replans</c>, the latest first). <c>POST .../absences/{absenceId}/replan</c>
/// with <c>Idempotency-Key</c>, for the practice, starts it: each patient of the absence becomes a call task.
/// </summary>
/// <param name="Reached">Patients spoken with, whatever came of it.</param>
public sealed record ReplanView(
    Guid ReplanId, Guid AbsenceId, string Name, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset StartedAt, int Total, int Reached, int Moved, int CalledOff,
    int Unreached, IReadOnlyList<ReplanItemView> Items);

public enum ReplanState
{
    ToCall,
    Moved,
    CalledOff,

    /// <summary>The patient could not be reached; the practice has a message.</summary>
    Unreached,

    /// <summary>The absence was taken back, or the visit took place.</summary>
    Dropped,
}

/// <param name="Urgent">It was booked into slots kept for what cannot wait.</param>
/// <param name="Proposed">Where it may go, the best first; only for those still to call.</param>
public sealed record ReplanItemView(
    int Rank, Guid AppointmentId, Guid PatientId, string PatientName, string VisitReasonLabel, DateTimeOffset Start, bool Urgent, ReplanState State,
    DateTimeOffset? MovedTo, IReadOnlyList<SlotView> Proposed);
