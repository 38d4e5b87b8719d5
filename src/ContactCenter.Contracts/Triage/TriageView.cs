namespace ContactCenter.Contracts.Triage;

/// <summary>
/// Where the triage of one call stands (<c>GET /api/calls/{callId}/triage</c>, 204 before it began). Every change answers the whole
/// of it, so the screen never computes a next question.
/// </summary>
/// <param name="Signed">A doctor of the practice signed this version; else it is a sample.</param>
/// <param name="Version">Such as <c>chest-pain@3</c>, as it stands in the log.</param>
/// <param name="Asking">The question to ask now; null once a disposition is reached.</param>
/// <param name="Answers">What was answered, oldest first.</param>
public sealed record TriageView(
    string ProtocolId,
    string Title,
    string Version,
    bool Signed,
    TriageQuestionView? Asking,
    IReadOnlyList<TriageAnswerView> Answers,
    TriageReached? Reached);

/// <param name="Ask">Read out word for word.</param>
/// <param name="Note">What to write down after a yes, such as the hour of onset.</param>
/// <param name="Number">From 1 to <paramref name="Of"/>.</param>
public sealed record TriageQuestionView(string QuestionId, string Ask, string? Note, bool RedFlag, int Number, int Of);

public sealed record TriageAnswerView(string QuestionId, string Ask, TriageReply Reply, string? ExactWords, DateTimeOffset At);

public enum TriageReply { Yes, No, Unknown }

/// <summary>What the protocol came to, and what the agent says and does now.</summary>
/// <param name="Say">Word for word; null where nothing special is said.</param>
/// <param name="TransferTargetId">A <c>TransferTarget</c> of the call to reach now, or null.</param>
/// <param name="EmergencyTransfer">That target is an emergency number: she stays on the line until it answers.</param>
/// <param name="Collect">What to ask before the transfer starts, the number first.</param>
/// <param name="SlotPool">Which slots may be booked; null for the ordinary ones.</param>
/// <param name="Closing">What she says at the end, word for word.</param>
public sealed record TriageReached(
    TriageDisposition Disposition,
    string? Say,
    int? WithinHours,
    string? TransferTargetId,
    bool EmergencyTransfer,
    bool BookingClosed,
    IReadOnlyList<TriageParticular> Collect,
    string? SlotPool,
    IReadOnlyList<string> Closing);

/// <summary>In ascending order of severity; a disposition is raised, never lowered.</summary>
public enum TriageDisposition { Message, Routine, SameDaySlot, DoctorNow, Samu15Now }

public enum TriageParticular { CallbackNumber, Address, PatientName, Age, OnsetTime }
