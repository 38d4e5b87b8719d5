using System.Collections.Immutable;
using ContactCenter.Domain.Practices;

namespace ContactCenter.Domain.Billing;

/// <summary>Prices what was used in a period under one tariff. The same usage in any order gives the same lines.</summary>
public static class Rating
{
    /// <summary>
    /// The charges of a period: flat fee, usage (what the flat fee includes at zero), what is missing to the minimum. Neither set-up nor
    /// discounts, which belong to the contract.
    /// </summary>
    public static ImmutableList<StatementLine> Rate(Tariff tariff, BillingPeriod period, HolidayRegion region, MonthUsage usage)
    {
        var lines = ImmutableList.CreateBuilder<StatementLine>();
        if (tariff.Flat is { } flat)
            lines.Add(StatementLine.Amount("flat", Prorated(flat.Label, period), period.Share(flat.Amount), BillingUnit.Month, flat.Vat, period));
        var counter = new UsageCounter(tariff, period, region, usage);
        foreach (var meter in Enum.GetValues<Meter>())
            RateMeter(tariff, meter, period, counter, lines);
        AddMinimum(tariff, period, lines);
        return lines.ToImmutable();
    }

    private static void RateMeter(Tariff tariff, Meter meter, BillingPeriod period, UsageCounter counter, ImmutableList<StatementLine>.Builder lines)
    {
        var accounts = tariff.Fees.Where(f => f.Counts == meter).Select(f => new FeeAccount(f)).ToList();
        if (accounts.Count == 0)
            return;
        var byBand = new FeeAccount?[tariff.Bands.Length];
        foreach (var account in accounts)
        {
            foreach (var band in account.Fee.Bands)
                byBand[band] = account;
        }

        var included = period.Share(tariff.Flat?.Included.GetValueOrDefault(meter) ?? 0);
        foreach (var use in counter.Of(meter))
        {
            if (byBand[use.Band] is not { } account)
                continue;
            var covered = Math.Min(included, use.Quantity);
            included -= covered;
            account.AddIncluded(use, covered);
            account.Add(use, use.Quantity - covered);
        }

        foreach (var account in accounts)
            lines.AddRange(account.Lines(period));
    }

    private static void AddMinimum(Tariff tariff, BillingPeriod period, ImmutableList<StatementLine>.Builder lines)
    {
        if (tariff.Minimum is not { } minimum)
            return;
        var missing = period.Share(minimum.Amount) - Money.Sum(lines.Select(l => l.Net));
        if (missing.MinorUnits > 0)
            lines.Add(StatementLine.Amount("minimum", Prorated(minimum.Label, period), missing, BillingUnit.Piece, minimum.Vat, period));
    }

    private static BillingLabel Prorated(BillingLabel label, BillingPeriod period) => period.IsWholeMonth
        ? label
        : label.With($" ({period.Days} jours sur {period.DaysInMonth})", $" ({period.Days} of {period.DaysInMonth} days)");
}
