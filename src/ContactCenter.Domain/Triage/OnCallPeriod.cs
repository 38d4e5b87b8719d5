using NodaTime;

namespace ContactCenter.Domain.Triage;

/// <summary>Who is on call for a while, from <paramref name="From"/> (included) to <paramref name="Until"/> (excluded).</summary>
public sealed record OnCallPeriod(Instant From, Instant Until, EscalationTarget Target)
{
    public bool Covers(Instant instant) => instant >= From && instant < Until;
}
