using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>
/// What the telephony vendor's own record says of one leg: the second ledger. It charges started minutes per leg, which our seconds never
/// follow.
/// </summary>
/// <param name="Seconds">The leg's length in the vendor's whole seconds.</param>
/// <param name="CostMicroUnits">What the vendor charges, in millionths of a euro; null while it has not said.</param>
public sealed record CarrierCharge(LegRef Leg, CallId? Call, Instant StartedAt, long Seconds, long? CostMicroUnits)
{
    /// <summary>Started minutes; a leg that never was answered has none.</summary>
    public long Minutes => (Seconds + 59) / 60;
}

/// <summary>How long we measured the same leg.</summary>
public sealed record MeasuredLeg(LegRef Leg, CallId Call, Instant StartedAt, long Seconds);

/// <summary>The third ledger: what an agent's day was spent on, in seconds.</summary>
public sealed record AgentWork(AgentId Agent, long Talk, long Hold, long Consult, long WrapUp)
{
    public long Handled => Talk + Hold + Consult + WrapUp;
}
