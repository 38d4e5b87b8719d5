using NodaTime;

namespace ContactCenter.Domain.Patients;

/// <summary>The sessions that were approved for a case.</summary>
/// <param name="Approved">How many sessions; at least 1.</param>
/// <param name="LastDay">The last local day on which a session may take place, inclusive; null when there is none.</param>
/// <param name="ReassessBefore">The number of the session, from 1, before which the patient is seen again by who prescribed; null when nobody asks, or it is done.</param>
public sealed record TreatmentPlan(int Approved, LocalDate? LastDay = null, int? ReassessBefore = null)
{
    /// <summary>Sessions that may still be booked; never below 0, though more may have been booked than approved.</summary>
    public int Remaining(SessionCount sessions) => Math.Max(0, Approved - sessions.Taken);

    public bool IsExpiredOn(LocalDate day) => day > LastDay;

    /// <summary>Whether the next session is the one before which the patient is reassessed, or a later one.</summary>
    public bool IsReassessmentDue(SessionCount sessions) => sessions.Taken + 1 >= ReassessBefore;

    /// <summary>What stands against booking <paramref name="more"/> sessions, the last of them on <paramref name="last"/>; the gravest first, null when nothing.</summary>
    public PlanObjection? Against(SessionCount sessions, int more, LocalDate last) =>
        sessions.Taken + more > Approved ? PlanObjection.UsedUp
        : IsExpiredOn(last) ? PlanObjection.Expired
        : sessions.Taken + more >= ReassessBefore ? PlanObjection.ReassessmentDue
        : null;

    /// <summary>What stands against moving a session of the plan to another local day. Whoever put it past the last day before gave a reason then.</summary>
    public PlanObjection? AgainstMove(LocalDate from, LocalDate to) => IsExpiredOn(to) && !IsExpiredOn(from) ? PlanObjection.Expired : null;
}

/// <summary>Sessions of a plan. A cancelled or missed one is neither: it is given back.</summary>
/// <param name="Used">Those that took place.</param>
/// <param name="Planned">Those that are booked, asked for, or in which the patient is now.</param>
public readonly record struct SessionCount(int Used, int Planned)
{
    public int Taken => Used + Planned;
}

/// <summary>Why a plan does not cover a booking. It may be outweighed by a written reason.</summary>
public enum PlanObjection
{
    UsedUp,
    Expired,
    ReassessmentDue,
}
