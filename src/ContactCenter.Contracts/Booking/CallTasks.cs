using ContactCenter.Contracts.Consoles;

namespace ContactCenter.Contracts.Booking;

/// <summary><c>GET /api/call-tasks</c>: what an agent has before her between calls.</summary>
/// <param name="Mine">The task in her hands, or null.</param>
/// <param name="Due">Tasks of her practices that anybody may take now.</param>
public sealed record CallTaskDesk(CallTaskView? Mine, int Due);

public enum CallTaskReason
{
    /// <summary>A slot that she waits for became free and is kept for her.</summary>
    SlotOffer,
    Recall,

    /// <summary>Her practitioner will not be there.</summary>
    Replan,

    /// <summary>The practice refused her request, or did not decide in time.</summary>
    TellRefusal,
}

/// <summary>What came of a task.</summary>
public enum TaskOutcome
{
    Accepted,
    Refused,
    Told,
    NotReached,
    WrongNumber,

    /// <summary>Nothing suits her: the practice calls the appointment off.</summary>
    CalledOff,
}

public enum DialState
{
    None,
    Ringing,

    /// <summary>She is on the line, or on her way into it.</summary>
    Reached,

    /// <summary>Nobody answered, or whoever answered did not want to talk.</summary>
    NoAnswer,
}

/// <summary>
/// A patient to be rung. <c>POST /api/call-tasks/take</c> takes the most pressing one (409 <see cref="CallTaskProblems.CallsWait"/> while callers wait,
/// 404 when there is none); <c>POST /api/practices/{practiceId}/call-tasks/{taskId}/dial</c>, <c>/return</c> and <c>/settle</c> work on it.
/// </summary>
/// <param name="Why">Why she is rung, in one sentence.</param>
/// <param name="ToSay">What to say to her.</param>
/// <param name="Phones">As they are dialled in her country, the first being the one to try.</param>
/// <param name="Offered">The slot that is kept for her; only of an offer.</param>
/// <param name="Proposed">What may be proposed, the best first; of an offer, empty.</param>
/// <param name="Appointment">The appointment it is about, or null.</param>
/// <param name="ExpiresAt">Until when she can take it, or null.</param>
/// <param name="CanDial">The house rings her; else the number is dialled by hand.</param>
public sealed record CallTaskView(
    Guid TaskId, PracticeCard Practice, CallTaskReason Kind, Guid PatientId, string PatientName, DateOnly? BirthDate, IReadOnlyList<string> Phones, string Why, string ToSay,
    string? Note, SlotView? Offered, IReadOnlyList<SlotView> Proposed, AppointmentView? Appointment, int Attempts, DateTimeOffset? ExpiresAt, DialState Dial, bool CanDial,
    IReadOnlyList<TaskOutcome> Outcomes);

/// <summary><c>.../dial</c>: rings her and, when she presses 1, brings her to this agent. 204.</summary>
/// <param name="PhoneIndex">Which of her numbers, from 0.</param>
public sealed record DialPatient(int PhoneIndex = 0);

/// <summary><c>.../settle</c> with <c>Idempotency-Key</c>; answers <see cref="CallTaskSettled"/>, or a refusal of the booking as booking itself does.</summary>
/// <param name="CallId">The call in which she said so, if one.</param>
/// <param name="PractitionerId">With <paramref name="Start"/>: which of the proposed slots; not for an offer.</param>
/// <param name="StaysOnList">After a refused offer: whether she waits on.</param>
public sealed record SettleCallTask(
    TaskOutcome Outcome, Guid? CallId = null, string? PractitionerId = null, DateTimeOffset? Start = null, bool StaysOnList = true, string? Justification = null);

/// <param name="Appointment">What was booked, moved or called off.</param>
/// <param name="AgainAt">When she is tried again, or null.</param>
/// <param name="GivenUp">The practice was told that she cannot be reached.</param>
public sealed record CallTaskSettled(TaskOutcome Outcome, AppointmentView? Appointment, DateTimeOffset? AgainAt, bool GivenUp);

/// <summary>Values of <c>code</c> of the task addresses, beside those of booking.</summary>
public static class CallTaskProblems
{
    /// <summary>404: nobody is to be rung now.</summary>
    public const string None = "no-call-task";

    /// <summary>409: callers wait, they come first.</summary>
    public const string CallsWait = "callers-wait";

    /// <summary>409: only an available agent takes a task.</summary>
    public const string NotAvailable = "agent-not-available";

    /// <summary>409: the task is not in her hands any more.</summary>
    public const string NotYours = "call-task-not-yours";

    /// <summary>409: the offer has run out; the next patient is rung.</summary>
    public const string OfferOver = "slot-offer-over";

    /// <summary>422: the number may not be dialled, or the house does not ring; dial it by hand.</summary>
    public const string CannotDial = "cannot-dial";
}
