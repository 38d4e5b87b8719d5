namespace ContactCenter.Contracts.Booking;

/// <summary>
/// The calendars of a practice side by side (<c>GET /api/practices/{practiceId}/agenda?from=2026-11-23&amp;days=7</c>). All instants bear the
/// practice's own offset, so that the browser needs no zone data.
/// </summary>
/// <param name="AsOf">How fresh this is.</param>
/// <param name="Openings">Of practitioners, and of rooms, devices and staff: whole days where none are written for them.</param>
/// <param name="Resources">Rooms, devices and staff that appointments take.</param>
/// <param name="Reasons">All of the practice's, in the order in which it wrote them.</param>
public sealed record AgendaView(
    Guid PracticeId,
    DateOnly From,
    int Days,
    DateTimeOffset AsOf,
    IReadOnlyList<PractitionerView> Practitioners,
    IReadOnlyList<OpeningView> Openings,
    IReadOnlyList<AgendaEntry> Entries,
    IReadOnlyList<CalendarResource>? Resources = null,
    IReadOnlyList<PlaceView>? Places = null,
    IReadOnlyList<AgendaReasonView>? Reasons = null);

/// <param name="Tone">Which of the <see cref="Tones"/> colours it wears on every screen, from 0.</param>
public sealed record AgendaReasonView(string VisitReasonId, string Label, int Tone)
{
    public const int Tones = 12;
}

/// <param name="Specialty">In the agent's language, such as "Pédiatrie".</param>
public sealed record PractitionerView(string PractitionerId, string Name, string Specialty);

/// <summary>A stretch in which a practitioner takes appointments; <paramref name="End"/> is exclusive.</summary>
/// <param name="PractitionerId">The slug of the practitioner, or of the room, device or member of staff that is there then.</param>
/// <param name="Mode">Stable name: <c>Office</c>, <c>Tele</c>, <c>HomeVisit</c>, <c>WalkIn</c> (nothing is booked there).</param>
/// <param name="KeptFor">The pool for which its slots are kept, or null.</param>
/// <param name="Place">Name of the site, or null.</param>
/// <param name="Substitute">Who keeps the calendar instead, or null.</param>
public sealed record OpeningView(
    string PractitionerId, DateTimeOffset Start, DateTimeOffset End, string Mode = "Office", string? KeptFor = null, string? Place = null, string? Substitute = null,
    string? PlaceId = null);

/// <summary>What takes time in a calendar; <paramref name="End"/> is exclusive.</summary>
/// <param name="PractitionerId">Of an absence, the slug of whoever or whatever is away.</param>
/// <param name="Appointment">For <see cref="AgendaEntryKind.Appointment"/>.</param>
/// <param name="Label">For the others: who holds it (initials), or why it is closed.</param>
/// <param name="Mine">A hold of this very agent.</param>
/// <param name="ResourceIds">Slugs of rooms, devices and staff that it takes.</param>
/// <param name="Made">Of an appointment.</param>
public sealed record AgendaEntry(
    string PractitionerId, DateTimeOffset Start, DateTimeOffset End, AgendaEntryKind Kind, AppointmentView? Appointment, string? Label, bool Mine,
    IReadOnlyList<string>? ResourceIds = null, BookingMade? Made = null);

/// <param name="By">Who booked it, as colleagues know her; null where nobody knows any more.</param>
/// <param name="InCall">By a secretary for her caller; otherwise by the practice itself.</param>
public sealed record BookingMade(string? By, DateTimeOffset At, bool InCall);

public enum AgendaEntryKind { Appointment, Hold, Absence, Busy }

/// <param name="PatientName">As the agent may see it.</param>
/// <param name="Version">Send it back with a move or a cancellation.</param>
/// <param name="Lane">Above 0: intended overbooking.</param>
/// <param name="Resources">Names of rooms, devices and staff that it takes.</param>
/// <param name="DecideBy">Of a pending one: by when the practice decides.</param>
/// <param name="CaseId">The patient's case that it is for.</param>
/// <param name="Cancelled">Of a cancelled one.</param>
public sealed record AppointmentView(
    Guid AppointmentId,
    int Version,
    string PractitionerId,
    string PractitionerName,
    Guid PatientId,
    string PatientName,
    string VisitReasonId,
    string VisitReasonLabel,
    DateTimeOffset Start,
    DateTimeOffset End,
    AppointmentState State,
    BookingCertainty Certainty,
    string? Note,
    IReadOnlyList<string> Preparation,
    IReadOnlyList<string>? Documents = null,
    int Lane = 0,
    IReadOnlyList<string>? Resources = null,
    DateTimeOffset? DecideBy = null,
    Guid? SeriesId = null,
    Guid? CaseId = null,
    CancelledView? Cancelled = null);

/// <param name="By">On whose wish; null: the practice did not decide in time.</param>
/// <param name="Why">As it was written.</param>
public sealed record CancelledView(DateTimeOffset At, CancelledBy? By, string? Why);

public enum AppointmentState { Pending, Booked, Arrived, Fulfilled, Cancelled, NoShow }

/// <summary>What may be told to the patient: only a confirmed booking is announced as sure.</summary>
public enum BookingCertainty
{
    /// <summary>It is reserved here; the practice's own calendar has not confirmed it yet.</summary>
    ReservedHere,
    Confirmed,
}
