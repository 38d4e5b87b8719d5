using ContactCenter.Domain.Billing.Ledgers;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>What the vendor's legs cost: in euros as told, by the price list while untold, and apart what was told in another currency.</summary>
/// <param name="MicroUnits">Millionths of a euro.</param>
/// <param name="Estimated">Legs of which the price list was asked.</param>
internal sealed record CarrierCost(long Minutes, long MicroUnits, int Estimated)
{
    /// <param name="minute">What the price list asks for a started minute, in millionths of a euro.</param>
    public static CarrierCost Of(IReadOnlyCollection<CarrierLeg> legs, long minute)
    {
        var charges = legs.Select(l => l.Read()).Where(c => c.Seconds > 0 || c.CostMicroUnits is not null).ToList();
        var untold = charges.Where(c => c is { CostMicroUnits: null, Foreign: null }).ToList();
        return new CarrierCost(
            charges.Sum(c => c.Minutes), charges.Sum(c => c.CostMicroUnits ?? 0) + untold.Sum(c => c.Minutes * minute), untold.Count);
    }

    public static IEnumerable<ForeignAmount> Foreign(IEnumerable<CarrierLeg> legs) => legs.Select(l => l.Read().Foreign).OfType<ForeignAmount>();
}
