namespace ContactCenter.Contracts.Booking;

/// <summary>
/// <c>GET /api/practices/{practiceId}/series?visitReason=...&amp;sessions=10&amp;weekdays=tuesday,friday&amp;leastDays=3</c>: several sessions with
/// one practitioner, solved as a whole. Takes what a search for slots takes (<see cref="FoundSlots"/>), and <c>sessions</c> (2 to 60),
/// <c>leastDays</c> and <c>mostDaysApart</c> (local days from one session to the next).
/// </summary>
/// <param name="Sessions">In the order of time; empty when there is no complete series.</param>
/// <param name="Longest">How many sessions in a row there are at best.</param>
/// <param name="Sentence">To say.</param>
public sealed record ProposedSeries(IReadOnlyList<SlotView> Sessions, int Longest, string Sentence);

/// <summary>
/// <c>POST /api/practices/{practiceId}/series</c> with <c>Idempotency-Key</c>: books all sessions or none; answers <see cref="BookedSeries"/>.
/// What stands in the way of one is told as for a single appointment, with its number in the field <see cref="SessionField"/>.
/// </summary>
/// <param name="Starts">In the order of time, 2 to 60.</param>
public sealed record BookSeries(
    Guid? CallId,
    string VisitReasonId,
    string PractitionerId,
    IReadOnlyList<DateTimeOffset> Starts,
    Guid PatientId,
    string? Note,
    string? Justification = null,
    bool? PatientIsNew = null,
    bool HasReferral = false,
    string? Pool = null,
    Guid? CaseId = null)
{
    public const string SessionField = "session";
}

public sealed record BookedSeries(Guid SeriesId, IReadOnlyList<AppointmentView> Appointments);
