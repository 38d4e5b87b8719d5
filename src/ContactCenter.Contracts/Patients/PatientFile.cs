namespace ContactCenter.Contracts.Patients;

/// <summary>
/// <c>GET /api/practices/{practiceId}/patients/{patientId}/file?callId=...</c>: what is known of a patient beside who she is
/// (<see cref="PatientView"/>) and her appointments (<c>.../appointments</c>).
/// </summary>
/// <param name="Missed">Local days of appointments that she did not come to, latest first.</param>
/// <param name="MissedRule">What the practice makes of missed appointments, as a sentence; null when nothing.</param>
/// <param name="LastPractitioner">Who saw her last, by name.</param>
/// <param name="Cases">Open ones first.</param>
/// <param name="Timeline">What was written in her calls and appointments, latest first.</param>
public sealed record PatientFile(
    Guid PatientId,
    IReadOnlyList<DateOnly> Missed,
    string? MissedRule,
    string? LastPractitioner,
    IReadOnlyList<CaseView> Cases,
    BalanceView Balance,
    IReadOnlyList<TimelineEntry> Timeline);

/// <param name="Kind">Stable name: <c>Appointment</c> or <c>Call</c>.</param>
/// <param name="Text">As it was written.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Text);

/// <param name="Version">Send it back with a change.</param>
/// <param name="Payer">Who pays, such as an insurance and the number of the file there.</param>
/// <param name="Plan">Null when no number of sessions was approved.</param>
public sealed record CaseView(
    Guid CaseId, int Version, string Label, string? Notes, string? Payer, DateOnly OpenedOn, bool IsClosed, PlanView? Plan);

/// <param name="Used">Sessions that took place.</param>
/// <param name="Planned">Sessions that are booked.</param>
/// <param name="Remaining">Sessions that may still be booked.</param>
/// <param name="LastDay">Inclusive.</param>
/// <param name="ReassessBefore">The number of the session before which the patient is seen again.</param>
/// <param name="VisitReasonId">The reason whose visits count; null: every visit of the case.</param>
public sealed record PlanView(
    int Approved, int Used, int Planned, int Remaining, DateOnly? LastDay, bool IsExpired, int? ReassessBefore, bool IsReassessmentDue, string? VisitReasonId);

/// <summary><c>POST .../patients/{patientId}/cases</c> with <c>Idempotency-Key</c> opens (201); <c>PUT .../cases/{caseId}</c> changes and needs <see cref="Version"/>.</summary>
/// <param name="Label">At most 200 characters.</param>
/// <param name="IsClosed">A closed case takes no bookings.</param>
public sealed record SaveCase(string Label, string? Notes = null, string? Payer = null, SavePlan? Plan = null, bool IsClosed = false, int? Version = null);

/// <param name="Approved">1 to 500.</param>
/// <param name="ReassessBefore">From 1; null when nobody asks, or it was done.</param>
public sealed record SavePlan(int Approved, DateOnly? LastDay = null, int? ReassessBefore = null, string? VisitReasonId = null);

/// <summary>What the patient owes, as the practice lets it be seen.</summary>
/// <param name="SeePractice">Something is open, and the practice speaks of it itself.</param>
/// <param name="Cents">What she owes in cents of euros, below 0 when she has credit; null when it is not shown.</param>
public sealed record BalanceView(bool SeePractice, long? Cents);

/// <summary><c>GET .../patients/{patientId}/account</c>, for the practice's staff: all entries, oldest first. None is ever changed.</summary>
public sealed record AccountView(long Cents, IReadOnlyList<AccountEntryView> Entries);

/// <param name="Cents">Above 0: she owes more.</param>
public sealed record AccountEntryView(Guid EntryId, DateTimeOffset At, AccountEntryKind Kind, long Cents, string? Note, Guid? AppointmentId, Guid? CaseId);

public enum AccountEntryKind
{
    /// <summary>For an appointment that took place; entered by the server.</summary>
    Charge,
    Payment,

    /// <summary>Sets right what an earlier entry said.</summary>
    Correction,
}

/// <summary><c>POST .../patients/{patientId}/account</c> with <c>Idempotency-Key</c>, for the practice's staff; answers <see cref="AccountEntryView"/>.</summary>
/// <param name="Kind">A payment or a correction.</param>
/// <param name="Cents">A payment is above 0 and lowers what she owes; a correction is added as it is, and is not 0.</param>
public sealed record EnterOnAccount(AccountEntryKind Kind, long Cents, string? Note = null, Guid? CaseId = null);

/// <summary><c>GET</c> and <c>PUT /api/practices/{practiceId}/account-terms</c>: what agents see of balances. The practice's staff always sees the amount.</summary>
public sealed record AccountTermsView(bool ShowsAmount);
