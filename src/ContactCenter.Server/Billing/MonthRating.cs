using System.Collections.Immutable;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>An open month as the facts stand now.</summary>
/// <param name="Own">The month itself.</param>
/// <param name="Charged">With the adjustments of earlier months: what its invoice would be made of.</param>
/// <param name="Moved">Earlier months of which late facts changed something, each with its newer statement.</param>
internal sealed record MonthRating(Statement Own, Statement Charged, IReadOnlyList<(SettledMonth Month, Statement Newer)> Moved)
{
    /// <summary>A month after the contract's end in which no late fact is left to be settled: it is no month of the practice.</summary>
    public bool IsNothingAfterEnd(BillingContract contract) => contract.EndedBefore(Own.Month) && Charged.Lines.IsEmpty;

    /// <summary>Rates the month and compares every settled one with what is known of it now. The settled rows are tracked in a write unit.</summary>
    public static async Task<MonthRating> Of(ContactCenterDb db, BillingContract contract, YearMonth month, CancellationToken cancellationToken)
    {
        var own = await Rate(db, contract, month, cancellationToken);
        var (name, moved, late) = (BillingMonth.Write(month), new List<(SettledMonth, Statement)>(), ImmutableList<StatementLine>.Empty);
        var settled = await db.Set<SettledMonth>().Where(m => m.PracticeId == contract.Practice).OrderBy(m => m.Month).ToListAsync(cancellationToken);
        foreach (var earlier in settled.Where(m => string.CompareOrdinal(m.Month, name) < 0))
        {
            var newer = await Rate(db, contract, BillingMonth.Parse(earlier.Month), cancellationToken);
            var lines = MonthAdjustment.Between(earlier.ReadSettled(), newer, BillingPeriod.Of(month, contract.Zone));
            if (lines.IsEmpty)
                continue;
            moved.Add((earlier, newer));
            late = late.AddRange(lines);
        }

        return new MonthRating(own, own with { Lines = own.Lines.AddRange(late) }, moved);
    }

    private static async Task<Statement> Rate(ContactCenterDb db, BillingContract contract, YearMonth month, CancellationToken cancellationToken) =>
        MonthBilling.Rate(contract, month, await UsageOfMonth.Read(db, contract.Practice, BillingPeriod.Of(month, contract.Zone), cancellationToken));
}
