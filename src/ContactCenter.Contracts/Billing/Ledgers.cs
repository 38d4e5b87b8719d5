namespace ContactCenter.Contracts.Billing;

/// <summary>How our record of a leg and the telephony vendor's differ.</summary>
public enum DifferenceView
{
    /// <summary>More than a second apart in length.</summary>
    Length,
    UnknownToUs,
    UnknownToCarrier,
}

/// <summary>
/// One of <c>GET /api/billing/findings</c> (role Billing), open ones first. While a finding is open its call is not invoiced.
/// <c>POST /api/billing/findings/{findingId}/settlement</c> with <see cref="SettleFinding"/> closes it.
/// </summary>
/// <param name="Leg">The vendor's name of the leg.</param>
/// <param name="SettledAs">Why it was closed; null while it is open.</param>
public sealed record FindingView(
    Guid FindingId, Guid? PracticeId, Guid? CallId, DifferenceView Difference, string Leg, long OurSeconds, long TheirSeconds, DateTimeOffset FoundAt,
    DateTimeOffset? SettledAt, string? SettledBy, string? SettledAs);

/// <param name="Reason">1 to 1,000 characters.</param>
public sealed record SettleFinding(string Reason);

/// <summary>One practice in <c>GET /api/billing/margins?month=2026-11</c> (role Billing), in euro cents.</summary>
/// <param name="RevenueCents">Of the month's statement, without VAT.</param>
/// <param name="RevenuePerHourCents">Per hour that agents worked; null when nobody worked.</param>
public sealed record MarginView(
    Guid PracticeId, string Name, long RevenueCents, long CarrierCents, long HandledSeconds, long AgentCents, long MarginCents, long? RevenuePerHourCents);
