namespace ContactCenter.Contracts.Booking;

/// <summary><c>GET /api/practices/{practiceId}/rules</c>: the booking rules as they are in force.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Hash">Names this very text; whoever changes it sends it along.</param>
/// <param name="Version">The number that stands in it.</param>
/// <param name="Since">Since when it is in force; null when that is not known.</param>
/// <param name="By">Who put it in force on screen; null when the file was changed by hand.</param>
/// <param name="Comment">Why.</param>
/// <param name="Checked">What is noticed about it, and its parts.</param>
public sealed record RulesInForce(string Text, string Hash, int Version, DateTimeOffset? Since, string? By, string? Comment, CheckedRules Checked);

/// <summary><c>POST .../rules/check</c>: what a text would be; answers <see cref="CheckedRules"/> and writes nothing.</summary>
public sealed record CheckRules(string Text);

/// <param name="Faults">All that is wrong, in the order of the file: nothing that bears an error is put in force.</param>
/// <param name="Form">The parts that forms show; null when the text cannot be read at all.</param>
/// <param name="Changes">The lines in which it differs from what is in force.</param>
/// <param name="Dropped">What coming appointments use and the text no longer knows; empty when there is none.</param>
/// <param name="IsHeldUp">A file that is not the practice's own is faulty, so that nothing can be put in force now.</param>
public sealed record CheckedRules(
    IReadOnlyList<RuleFault> Faults, RulesForm? Form, IReadOnlyList<ChangedLine> Changes, IReadOnlyList<DroppedRule> Dropped, bool IsHeldUp = false);

/// <summary>One fault of a text.</summary>
/// <param name="Code">Such as <c>BOK003</c>.</param>
/// <param name="IsError">Otherwise it is a warning.</param>
/// <param name="OtherFile">Null for the booking rules themselves; otherwise another file of the practice.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Field">The place by its names: <c>practitioners.dr-martin.openings[2].from</c>; null when no value stands there.</param>
public sealed record RuleFault(string Code, bool IsError, string? OtherFile, int Line, int Column, string? Field, string Sentence, string Remedy)
{
    /// <summary>Stands in <see cref="InForm"/> for the name by which a form calls the field.</summary>
    public const string FieldName = "{field}";

    /// <summary>The code that says a value is empty.</summary>
    public const string Empty = "SCR014";

    /// <summary>Sentence and remedy as a form says them, which knows no keys of the text.</summary>
    public string InForm { get; init; } = "";
}

/// <summary>A line of a comparison. Lines that stay are listed around those that change.</summary>
/// <param name="Before">Its number in the older text; null when it comes.</param>
/// <param name="After">Its number in the newer text; null when it goes.</param>
public sealed record ChangedLine(int? Before, int? After, string Text);

/// <summary>A reason, practitioner or room that coming appointments use and the new text does not know.</summary>
/// <param name="Name">As it is called now.</param>
public sealed record DroppedRule(DroppedKind Kind, string Id, string Name, int Appointments);

public enum DroppedKind
{
    Reason,
    Practitioner,
    Resource,
}

/// <summary><c>POST .../rules/rehearse</c>: what a past month's bookings would have become; answers <see cref="RehearsedMonth"/>.</summary>
/// <param name="Month">Such as <c>2026-10</c>: when it was booked.</param>
public sealed record RehearseMonth(string Text, string Month);

/// <param name="Bookings">Bookings and moves of the month.</param>
/// <param name="Changed">How many would have gone otherwise.</param>
/// <param name="Examples">The first of them; no patient is named.</param>
public sealed record RehearsedMonth(int Bookings, int Changed, IReadOnlyList<RehearsedBooking> Examples);

/// <param name="Start">Of the appointment, in the practice's time.</param>
/// <param name="Why">The rules that decide.</param>
public sealed record RehearsedBooking(
    DateTimeOffset Start, DateTimeOffset BookedAt, string PractitionerName, string ReasonLabel, RehearsedWay Before, RehearsedWay After,
    IReadOnlyList<string> Why);

/// <param name="Minutes">Null when it is refused.</param>
public sealed record RehearsedWay(RehearsedVerdict Verdict, int? Minutes);

public enum RehearsedVerdict
{
    AtOnce,
    WithReason,
    WithApproval,
    Refused,
}

/// <summary><c>PUT .../rules</c> with <c>Idempotency-Key</c>: puts a text in force; answers <see cref="RulesTaken"/>.</summary>
/// <param name="FromHash">Of the text it was made from: <see cref="RulesInForce.Hash"/>.</param>
/// <param name="Comment">Why; kept with who and when.</param>
/// <param name="ConfirmedAppointments">Of how many coming appointments it was said that their reason, practitioner or room is dropped.</param>
public sealed record PutRules(string Text, string FromHash, string Comment, int ConfirmedAppointments = 0);

/// <param name="Hash">Of the text that came into force.</param>
/// <param name="Since">When.</param>
public sealed record RulesTaken(string Hash, DateTimeOffset Since);

/// <summary><c>GET .../rules/history</c>, latest first.</summary>
/// <param name="Hash">Of the text; the same text may stand several times.</param>
/// <param name="By">Null when the file was changed by hand.</param>
/// <param name="State">Whether it came into force.</param>
public sealed record RulesVersion(string Hash, int? Version, DateTimeOffset At, string? By, string? Comment, RulesVersionState State);

public enum RulesVersionState
{
    InForce,
    Past,

    /// <summary>It was begun and did not come into force: nothing was changed.</summary>
    NotTaken,
}

/// <summary><c>GET .../rules/history/{hash}</c>.</summary>
/// <param name="Changes">Against the text before it; empty for the first.</param>
public sealed record RulesVersionText(string Hash, string Text, IReadOnlyList<ChangedLine> Changes);

/// <summary>Values of <c>code</c> in the ProblemDetails of these addresses; <c>detail</c> is one sentence in the user's language.</summary>
public static class RulesProblems
{
    /// <summary>409: somebody put other rules in force meanwhile; <see cref="CurrentField"/> shows them as <see cref="RulesInForce"/>.</summary>
    public const string Outdated = "rules-outdated";
    public const string CurrentField = "current";

    /// <summary>422: the text has errors; <see cref="FaultsField"/> lists all that is wrong as <see cref="RuleFault"/>.</summary>
    public const string Faulty = "rules-faulty";
    public const string FaultsField = "faults";

    /// <summary>
    /// 409: coming appointments use what the text drops; <see cref="DroppedField"/> lists it as <see cref="DroppedRule"/>. Send again confirmed.
    /// </summary>
    public const string Confirm = "rules-confirm";
    public const string DroppedField = "dropped";

    /// <summary>409: somebody is putting rules in force in this moment.</summary>
    public const string Busy = "rules-busy";

    /// <summary>409: the file differs from what is in force and is faulty: somebody changed it by hand.</summary>
    public const string ChangedByHand = "rules-changed-by-hand";

    /// <summary>503: the file cannot be written, or a file that is not the practice's holds all up. Nothing was changed.</summary>
    public const string NotWritten = "rules-not-written";

    /// <summary>422: this form cannot change this place of the text; the text itself can.</summary>
    public const string NotByForm = "rules-not-by-form";
}
