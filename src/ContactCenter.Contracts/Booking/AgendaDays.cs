namespace ContactCenter.Contracts.Booking;

/// <summary>
/// How full the days of a practice are, without anybody's name (<c>GET /api/practices/{practiceId}/agenda/days?from=2026-11-30&amp;days=42</c>).
/// </summary>
/// <param name="AsOf">How fresh this is.</param>
/// <param name="Loads">Of each practitioner and day with an opening or an appointment.</param>
public sealed record AgendaDays(
    Guid PracticeId,
    DateOnly From,
    int Days,
    DateTimeOffset AsOf,
    IReadOnlyList<PractitionerView> Practitioners,
    IReadOnlyList<DayLoad> Loads,
    IReadOnlyList<ClosedDay> Closed);

/// <param name="OpenMinutes">In which appointments are taken.</param>
/// <param name="FreeMinutes">Of these, what no appointment, hold or absence takes.</param>
/// <param name="Pending">Of the appointments, those that await the practice's decision.</param>
public sealed record DayLoad(DateOnly Day, string PractitionerId, int OpenMinutes, int FreeMinutes, int Appointments, int Pending);

/// <param name="Why">In the words of the practice; null for a public holiday.</param>
public sealed record ClosedDay(DateOnly Day, string? Why);
