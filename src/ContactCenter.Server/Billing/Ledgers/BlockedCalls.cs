using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>What findings do to a practice's usage: an open one keeps its call off the invoice, a settled one may take seconds out of it.</summary>
internal static class BlockedCalls
{
    public static async Task<MonthUsage> Apply(ContactCenterDb db, PracticeId practice, MonthUsage usage, CancellationToken cancellationToken)
    {
        var here = usage.Calls.Select(c => c.Call).ToHashSet();
        var findings = (await Of(db, practice, cancellationToken)).Where(f => here.Contains(f.CallId!.Value)).ToList();
        if (findings.Count == 0)
            return usage;
        var left = Reconciliation.WithoutBlocked(usage, findings.Where(f => f.Blocks).Select(Found));
        return WaivedStretch.Without(left, findings.Where(f => f.SettledAs == Settlement.TheirsHolds).SelectMany(f => f.Bound.Waived()));
    }

    /// <summary>Calls of the period that are kept off its invoice.</summary>
    public static async Task<int> Count(ContactCenterDb db, PracticeId practice, BillingPeriod month, CancellationToken cancellationToken)
    {
        var blocking = (await Of(db, practice, cancellationToken)).Where(f => f.Blocks).Select(f => f.CallId!.Value).ToHashSet();
        if (blocking.Count == 0)
            return 0;
        var calls = await UsageOfMonth.Measured(db, practice, month, cancellationToken);
        return calls.Count(c => blocking.Contains(c.CallId) && c.EndedAt > month.Instants.Start);
    }

    private static Task<List<Finding>> Of(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken) => db.Set<Finding>().AsNoTracking()
        .Where(f => f.PracticeId == practice && f.CallId != null
            && (f.SettledAs == null || f.SettledAs == Settlement.NeverInvoiced || f.SettledAs == Settlement.TheirsHolds)).ToListAsync(cancellationToken);

    private static LegFinding Found(Finding row) => new(row.Difference, new LegRef(row.Leg), row.CallId, row.OurSeconds, row.TheirSeconds);
}
