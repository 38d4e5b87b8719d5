namespace ContactCenter.Contracts.Booking;

/// <summary>
/// <c>GET /api/practices/{practiceId}/agenda/replay?at=2026-11-23T10:05%2B01:00&amp;from=2026-11-23&amp;days=1</c>, or <c>local=2026-11-23T10:05</c> by the
/// practice's own clock: what stood in the calendars at that moment, from the history that is only ever added to.
/// </summary>
/// <param name="At">The moment.</param>
/// <param name="Rules">Null where it was not written down which rules were in force then.</param>
/// <param name="Earlier">The last change of these days before the moment, to look at next; null when there is none.</param>
/// <param name="Later">The first change of them after it.</param>
public sealed record AgendaReplay(
    Guid PracticeId, DateOnly From, int Days, DateTimeOffset At, IReadOnlyList<ReplayedEntry> Entries, RulesThen? Rules = null, DateTimeOffset? Earlier = null,
    DateTimeOffset? Later = null);

/// <summary>What the practice's rules of then said of the days.</summary>
/// <param name="Version">The number that their author gave them.</param>
/// <param name="Practitioners">As they were called then.</param>
/// <param name="Openings">Theirs, in the order of time for each.</param>
public sealed record RulesThen(int Version, IReadOnlyList<PractitionerView> Practitioners, IReadOnlyList<OpeningView> Openings);

/// <summary>What took time then.</summary>
/// <param name="PractitionerId">Whose calendar; for an absence it may be a room or a device.</param>
/// <param name="Subject">The appointment, hold or absence.</param>
/// <param name="Since">Since when it stood as it did.</param>
/// <param name="By">Who had put it so; null when the server did by itself.</param>
/// <param name="State">Of an appointment, then.</param>
/// <param name="Patient">Of an appointment: as her name is today.</param>
/// <param name="Label">Of the others: who held it (initials), or why it was closed. Of an appointment: its visit reason.</param>
public sealed record ReplayedEntry(
    string PractitionerId, DateTimeOffset Start, DateTimeOffset End, AgendaEntryKind Kind, Guid Subject, DateTimeOffset Since, string? By, AppointmentState? State,
    int Lane, string? Patient, string? Label);
