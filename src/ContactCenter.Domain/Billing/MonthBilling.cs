using System.Collections.Immutable;
using ContactCenter.Domain.Billing.Agreements;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>A practice's month under its contract, and what another tariff would have made of it.</summary>
public static class MonthBilling
{
    /// <summary>Every charge of the month. It reads nothing but its arguments: the same ones always give the same statement.</summary>
    public static Statement Rate(BillingContract contract, YearMonth month, MonthUsage usage)
    {
        var pieces = contract.PiecesOf(month).ToList();
        var lines = pieces.SelectMany((piece, index) => Rating.Rate(piece.Tariff, piece.Period, contract.Region, usage)
            .Select(l => pieces.Count == 1 ? l : l with { Key = $"{index + 1}/{l.Key}" })).ToImmutableList();
        lines = lines.AddRange(contract.Discounts.Where(d => d.HoldsIn(month)).SelectMany((d, i) => Discounted(d, i, lines, month, contract.Zone)));
        if (pieces.Count > 0 && pieces[0].Period.First == contract.First && pieces[0].Tariff.SetUp is { } setUp)
            lines = lines.Add(StatementLine.Amount("set-up", setUp.Label, setUp.Amount, BillingUnit.Piece, setUp.Vat, pieces[0].Period));
        if (pieces.Count > 0)
            lines = lines.AddRange(contract.Credits.Where(c => c.Month == month)
                .SelectMany((c, i) => Credited(c, i, lines, pieces[0].Tariff.UsualVat, BillingPeriod.Of(month, contract.Zone))));
        return new Statement(contract.Practice, month, lines);
    }

    /// <summary>
    /// What the month would have cost under another tariff, for the same days and with the same discounts; without set-up fee, which
    /// a comparison of months would mistake for a price.
    /// </summary>
    public static Statement Simulate(BillingContract contract, YearMonth month, MonthUsage usage, Tariff tariff) =>
        Rate(contract.Under(tariff).WithoutSetUp(), month, usage);

    // One line per treatment, since a discount lowers the basis of each VAT category by its own share.
    private static IEnumerable<StatementLine> Discounted(
        Discount discount, int index, ImmutableList<StatementLine> fees, YearMonth month, DateTimeZone zone) =>
        from taxed in fees.GroupBy(l => l.Vat)
        let amount = Money.Sum(taxed.Select(l => l.Net)).Share(discount.BasisPoints, 10_000)
        where amount.MinorUnits != 0
        let key = $"discount-{index + 1}/{taxed.Key.Code}{taxed.Key.BasisPoints}"
        select StatementLine.Amount(key, discount.Label, -amount, BillingUnit.Piece, taxed.Key, BillingPeriod.Of(month, zone));

    // Shared over the treatments as running sums, so that the parts sum to the credit and each lowers its own basis of VAT. Where nothing is
    // charged it is taxed as the tariff is: the month then owes the practice something.
    private static IEnumerable<StatementLine> Credited(
        ContractCredit credit, int index, ImmutableList<StatementLine> charged, VatTreatment usual, BillingPeriod month)
    {
        var bases = charged.GroupBy(l => l.Vat).Select(g => (Vat: g.Key, Net: Money.Sum(g.Select(l => l.Net))))
            .Where(b => b.Net.MinorUnits > 0).ToList();
        if (bases.Count == 0)
            bases = [(usual, credit.Amount)];
        var (whole, before) = (Money.Sum(bases.Select(b => b.Net)).MinorUnits, 0L);
        foreach (var (vat, net) in bases)
        {
            var part = credit.Amount.Share(before + net.MinorUnits, whole) - credit.Amount.Share(before, whole);
            before += net.MinorUnits;
            if (part.MinorUnits != 0)
                yield return StatementLine.Amount(
                    $"credit-{index + 1}/{vat.Code}{vat.BasisPoints}", credit.Label, -part, BillingUnit.Piece, vat, month);
        }
    }
}
