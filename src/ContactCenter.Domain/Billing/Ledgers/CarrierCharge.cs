using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>
/// What the telephony vendor's own record says of one leg: the second ledger. It charges started minutes per leg, which our seconds never
/// follow.
/// </summary>
/// <param name="Seconds">The leg's length in the vendor's whole seconds.</param>
/// <param name="CostMicroUnits">What the vendor charges, in millionths of a euro; null while it has not said, or says it in another currency.</param>
public sealed record CarrierCharge(LegRef Leg, CallId? Call, Instant StartedAt, long Seconds, long? CostMicroUnits)
{
    /// <summary>The leg whose document dialled this one; null for all others.</summary>
    public LegRef? Parent { get; init; }

    /// <summary>We had it dialled: it began when it was answered, of which nobody may have told us.</summary>
    public bool IsDialledOut { get; init; }

    /// <summary>The leg has its length; before that nothing can be compared.</summary>
    public bool IsOver { get; init; } = true;

    /// <summary>What the vendor charges when it is not in euros. It stands apart: no sum of euros holds it.</summary>
    public ForeignAmount? Foreign { get; init; }

    public Instant EndedAt => StartedAt + Duration.FromSeconds(Seconds);

    /// <summary>Started minutes; a leg that never was answered has none.</summary>
    public long Minutes => (Seconds + 59) / 60;
}

/// <summary>An amount that is no euro.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="MicroUnits">In millionths.</param>
public sealed record ForeignAmount(string Currency, long MicroUnits);

/// <summary>How long we measured the same leg.</summary>
public sealed record MeasuredLeg(LegRef Leg, CallId Call, Instant StartedAt, long Seconds)
{
    /// <summary>Null for a leg that no event names a role of, such as one that a document dialled.</summary>
    public LegRole? Role { get; init; }
}

/// <summary>The third ledger: what an agent's day was spent on, in seconds.</summary>
public sealed record AgentWork(AgentId Agent, long Talk, long Hold, long Consult, long WrapUp)
{
    public long Handled => Talk + Hold + Consult + WrapUp;
}
