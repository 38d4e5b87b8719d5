using System.Collections.Immutable;

namespace ContactCenter.Domain.Billing;

/// <summary>Collects what one fee counts in one period, tier by tier.</summary>
internal sealed class FeeAccount(UsageFee fee)
{
    private readonly ImmutableArray<LinkedUse>.Builder _included = ImmutableArray.CreateBuilder<LinkedUse>();

    private readonly ImmutableArray<LinkedUse>.Builder[] _tiers =
        [.. fee.Tiers.Select(_ => ImmutableArray.CreateBuilder<LinkedUse>())];

    private long _volume;
    private int _tier;

    public UsageFee Fee => fee;

    public void AddIncluded(CountedUse use, long quantity)
    {
        if (quantity > 0)
            _included.Add(new LinkedUse(use.Call, use.Item, quantity));
    }

    /// <summary>Takes units in call order; a use that crosses tiers is cut there.</summary>
    public void Add(CountedUse use, long quantity)
    {
        while (quantity > 0)
        {
            while (fee.Tiers[_tier].UpTo is { } full && _volume >= full)
                _tier++;
            var fits = fee.Mode == TierMode.Marginal && fee.Tiers[_tier].UpTo is { } end ? Math.Min(quantity, end - _volume) : quantity;
            _tiers[fee.Mode == TierMode.Marginal ? _tier : 0].Add(new LinkedUse(use.Call, use.Item, fits));
            _volume += fits;
            quantity -= fits;
        }
    }

    public IEnumerable<StatementLine> Lines(BillingPeriod period)
    {
        var price = fee.Tiers[0].Price;
        if (_included.Count > 0)
            yield return Line("included", fee.Label.With(", inclus dans le forfait", ", included"), price with { MicroUnits = 0 }, _included, period);
        if (fee.Mode == TierMode.Whole)
        {
            // The tier is that of the whole volume; at its very end the volume is still within.
            var reached = fee.Tiers.First(t => t.UpTo is not { } end || _volume <= end);
            if (_volume > 0)
                yield return Line("all", fee.Label, reached.Price, _tiers[0], period);
            yield break;
        }

        for (var i = 0; i < _tiers.Length; i++)
        {
            if (_tiers[i].Count > 0)
                yield return Line($"tier-{i + 1}", TierLabel(i), fee.Tiers[i].Price, _tiers[i], period);
        }
    }

    private StatementLine Line(string part, BillingLabel label, UnitPrice price, ImmutableArray<LinkedUse>.Builder uses, BillingPeriod period) => new(
        $"{fee.Id}/{part}", label, uses.Sum(u => u.Quantity), fee.Counts == Meter.Seconds ? BillingUnit.Second : BillingUnit.Piece, price, fee.Vat,
        period.First, period.Last, uses.ToImmutable());

    private BillingLabel TierLabel(int tier) => fee.Tiers.Length == 1 ? fee.Label : fee.Label.With($", tranche {tier + 1}", $", tier {tier + 1}");
}
