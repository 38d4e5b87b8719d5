using NodaTime;

namespace ContactCenter.Domain.Booking.Waiting;

/// <summary>Why a patient is rung.</summary>
public enum CallTaskKind
{
    /// <summary>A time became free that she waits for.</summary>
    SlotOffer,

    /// <summary>She is to be seen again.</summary>
    Recall,

    /// <summary>Her practitioner will not be there.</summary>
    Replan,

    /// <summary>The practice refused her request, or did not decide in time.</summary>
    TellRefusal,
}

/// <summary>What came of ringing her.</summary>
public enum CallTaskOutcome
{
    /// <summary>She takes what was proposed.</summary>
    Accepted,

    /// <summary>She does not want it.</summary>
    Refused,

    /// <summary>She was told; nothing else was to be done.</summary>
    Told,

    NotReached,
    WrongNumber,

    /// <summary>Nothing suits her: the practice calls the appointment off.</summary>
    CalledOff,
}

/// <summary>Where a task goes from an outcome.</summary>
public abstract record AfterCall;

/// <summary>It is over.</summary>
public sealed record TaskDone : AfterCall;

/// <summary>It is tried again, not before <paramref name="At"/>.</summary>
public sealed record TryAgain(Instant At) : AfterCall;

/// <summary>She cannot be reached: the practice is told.</summary>
public sealed record GiveUp : AfterCall;

/// <summary>How often somebody is tried who does not answer.</summary>
/// <param name="Most">Attempts in all.</param>
/// <param name="Apart">From one to the next, at least.</param>
public sealed record CallAttempts(int Most, Duration Apart)
{
    /// <param name="attempts">This one included.</param>
    /// <param name="hours">When the next may be.</param>
    public AfterCall After(CallTaskKind kind, CallTaskOutcome outcome, int attempts, CallingHours hours, Instant now, DateTimeZone zone) => outcome switch
    {
        CallTaskOutcome.Accepted or CallTaskOutcome.Refused or CallTaskOutcome.Told or CallTaskOutcome.CalledOff => new TaskDone(),
        CallTaskOutcome.WrongNumber => new GiveUp(),
        // A slot that is kept for her cannot wait: the next one is rung, and she keeps her place.
        CallTaskOutcome.NotReached when kind == CallTaskKind.SlotOffer => attempts >= Most ? new GiveUp() : new TaskDone(),
        CallTaskOutcome.NotReached => attempts >= Most ? new GiveUp() : new TryAgain(hours.Next(now + Apart, zone)),
    };

    /// <summary>Which outcomes a task of this kind may have.</summary>
    public static bool Admits(CallTaskKind kind, CallTaskOutcome outcome) => outcome switch
    {
        CallTaskOutcome.Accepted or CallTaskOutcome.NotReached or CallTaskOutcome.WrongNumber => true,
        // Her appointment cannot stand: it is moved or called off.
        CallTaskOutcome.Refused => kind != CallTaskKind.Replan,
        CallTaskOutcome.Told => kind == CallTaskKind.TellRefusal,
        CallTaskOutcome.CalledOff => kind == CallTaskKind.Replan,
    };
}
