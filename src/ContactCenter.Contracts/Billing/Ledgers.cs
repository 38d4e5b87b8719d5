namespace ContactCenter.Contracts.Billing;

/// <summary>How our record of a leg and the telephony vendor's differ.</summary>
public enum DifferenceView
{
    /// <summary>More than a second apart in length.</summary>
    Length,
    UnknownToUs,
    UnknownToCarrier,
}

/// <summary>How a finding was settled.</summary>
public enum SettlementView
{
    /// <summary>What we measured is charged.</summary>
    OursHolds,

    /// <summary>Of what we measured, only what the vendor recorded too is charged.</summary>
    TheirsHolds,

    /// <summary>The call stays off the invoice for good.</summary>
    NeverInvoiced,

    /// <summary>The records agree since they were compared again. Nobody decides this.</summary>
    RecordsAgree,
}

/// <summary>
/// One of <c>GET /api/billing/findings</c> (role Billing), open ones first. While a finding is open its call is not invoiced.
/// </summary>
/// <param name="PracticeId">Null when the leg belongs to no call of ours.</param>
/// <param name="Practice">Its name.</param>
/// <param name="Leg">The vendor's name of the leg.</param>
/// <param name="LegStartedAt">By the vendor's clock where it has the leg.</param>
/// <param name="Blocks">The call is kept off the invoice.</param>
/// <param name="SettledBy">Name of the account; null while open, and when nobody decided.</param>
/// <param name="SettledAs">Null while open.</param>
/// <param name="Reason">Why it was settled so.</param>
public sealed record FindingView(
    Guid FindingId, Guid? PracticeId, string? Practice, Guid? CallId, DifferenceView Difference, string Leg, DateTimeOffset LegStartedAt, long OurSeconds,
    long TheirSeconds, DateTimeOffset FoundAt, bool Blocks, DateTimeOffset? SettledAt, string? SettledBy, SettlementView? SettledAs, string? Reason);

/// <summary>
/// <c>POST /api/billing/findings/{findingId}/settlement</c> (role Billing, with <c>Idempotency-Key</c>) answers <see cref="FindingView"/>. A settled
/// one is a 409 (<see cref="BillingProblems.AlreadyDone"/>). What it changes of a closed month comes with the next.
/// </summary>
/// <param name="As">Not <see cref="SettlementView.RecordsAgree"/>.</param>
/// <param name="Reason">1 to 1,000 characters; nobody's name or number.</param>
public sealed record SettleFinding(SettlementView As, string Reason);

/// <summary>
/// <c>POST /api/billing/findings/{findingId}/measurement</c> (role Billing) answers <see cref="FindingView"/>: the vendor is asked again for what no
/// notice told, the call is measured again and its legs are compared again. It may be sent again without harm.
/// </summary>
public static class LedgerProblems
{
    /// <summary>503: the vendor's records cannot be read now.</summary>
    public const string CarrierSilent = "carrier-silent";

    /// <summary>422: a settlement that nobody may choose, or none.</summary>
    public const string WrongSettlement = "wrong-settlement";
}

/// <summary>
/// <c>GET /api/billing/margins?month=2026-11</c> (role Billing): what each practice's month left, in euro cents; <c>margins.csv</c> gives the same
/// rows with their hours as a file.
/// </summary>
/// <param name="AgentHourlyCents">What an hour of an agent costs, from the settings.</param>
/// <param name="Foreign">What the vendor charged in other currencies. No sum of euros holds it.</param>
public sealed record MarginReport(string Month, long AgentHourlyCents, IReadOnlyList<MarginView> Practices, IReadOnlyList<ForeignView> Foreign);

/// <param name="RevenueCents">Of the month's own statement as charged so far, without VAT.</param>
/// <param name="CarrierMinutes">Started minutes, leg by leg.</param>
/// <param name="CarrierCents">Told by the vendor, or by the price list while it has not.</param>
/// <param name="EstimatedLegs">Legs whose price the vendor has not told.</param>
/// <param name="RevenuePerHourCents">Per hour that agents worked; null when nobody worked.</param>
/// <param name="Hours">By hour of the practice's day, from 0; hours without anything are left out.</param>
/// <param name="FixedCents">Revenue that no hour caused, such as the subscription.</param>
public sealed record MarginView(
    Guid PracticeId, string Name, long RevenueCents, long CarrierMinutes, long CarrierCents, int EstimatedLegs, long HandledSeconds, long AgentCents,
    long MarginCents, long? RevenuePerHourCents, IReadOnlyList<MarginHour> Hours, long FixedCents);

/// <param name="Hour">0 to 23, by the practice's clock.</param>
public sealed record MarginHour(int Hour, long RevenueCents, long CarrierCents, long HandledSeconds, long AgentCents, long MarginCents);

/// <param name="Currency">ISO 4217.</param>
/// <param name="MicroUnits">In millionths.</param>
public sealed record ForeignView(string Currency, long MicroUnits, int Legs);
