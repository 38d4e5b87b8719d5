using ContactCenter.Domain.Practices;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>What a practice's month left after the vendor and the agents were paid.</summary>
/// <param name="CarrierMicroUnits">What the vendor charges, in millionths of a euro.</param>
/// <param name="HandledSeconds">What the agents worked for the practice.</param>
/// <param name="AgentHourly">What an hour of an agent costs.</param>
public sealed record Margin(PracticeId Practice, Money Revenue, long CarrierMicroUnits, long HandledSeconds, Money AgentHourly)
{
    public Money CarrierCost => new UnitPrice(CarrierMicroUnits, 1).For(1);

    public Money AgentCost => AgentHourly.Share(HandledSeconds, 3_600);

    public Money Net => Revenue - CarrierCost - AgentCost;

    /// <summary>Revenue per hour worked; null when nobody worked.</summary>
    public Money? RevenuePerHour => HandledSeconds == 0 ? null : Revenue.Share(3_600, HandledSeconds);
}
