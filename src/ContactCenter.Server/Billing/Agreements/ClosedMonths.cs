using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Server.Billing.Rows;
using NodaTime;

namespace ContactCenter.Server.Billing.Agreements;

/// <summary>What was agreed about a month that is closed stays agreed: its invoice is, or will be, made of it.</summary>
internal static class ClosedMonths
{
    /// <summary>
    /// The first month up to the last closed one that the change would price otherwise, or bring service to; null when there is none.
    /// </summary>
    public static YearMonth? FirstTouched(PracticeContract before, PracticeContract after, YearMonth lastClosed)
    {
        for (var month = LocalDate.Min(before.First, after.First).ToYearMonth(); month <= lastClosed; month = month.PlusMonths(1))
        {
            if (PricesOf(before, month) != PricesOf(after, month))
                return month;
        }

        return null;
    }

    // Everything of a contract that a month's statement is made of, and nothing else: parties and days to pay may change at any time.
    private static string PricesOf(PracticeContract contract, YearMonth month)
    {
        var terms = BillingJson.Read<List<AgreedTariff>>(contract.Tariffs);
        var pieces = TermDays.Of([.. terms.Select(t => (t.From, t.Tariff))], contract.First, contract.Last, month).ToList();
        if (pieces.Count == 0)
            return "";
        return BillingJson.Write(new Prices(
            contract.TimeZone, contract.Region.ToString(), contract.First.ToYearMonth() == month,
            [.. pieces.Select(p => $"{p.First} {p.Last} {p.Term}")],
            [.. BillingJson.Read<List<Discount>>(contract.Discounts).Where(d => d.HoldsIn(month)).Select(d => $"{d.BasisPoints} {d.Label}")],
            [.. BillingJson.Read<List<ContractCredit>>(contract.Credits).Where(c => c.Month == month).Select(c => $"{c}")]));
    }

    private sealed record Prices(
        string Zone, string Region, bool Begins, IReadOnlyList<string> Pieces, IReadOnlyList<string> Discounts, IReadOnlyList<string> Credits);
}
