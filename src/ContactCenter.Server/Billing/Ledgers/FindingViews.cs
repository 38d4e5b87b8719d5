using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>Findings as the clerk sees them.</summary>
internal static class FindingViews
{
    /// <summary>Settled ones are shown for a while only; the rows stay.</summary>
    private const int MostSettled = 200;

    /// <summary>Open ones first, oldest first; then what was settled last.</summary>
    public static async Task<IReadOnlyList<FindingView>> Of(ContactCenterDb db, Sealer sealer, CancellationToken cancellationToken)
    {
        var findings = db.Set<Finding>().AsNoTracking();
        var open = await findings.Where(f => f.SettledAt == null).OrderBy(f => f.FoundAt).ToListAsync(cancellationToken);
        var settled = await findings.Where(f => f.SettledAt != null).OrderByDescending(f => f.SettledAt).Take(MostSettled).ToListAsync(cancellationToken);
        var names = await db.Set<Practice>().ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return [.. open.Concat(settled).Select(f => Of(f, sealer, f.PracticeId is { } id ? names.GetValueOrDefault(id) : null))];
    }

    public static async Task<FindingView> Of(ContactCenterDb db, Sealer sealer, Finding finding, CancellationToken cancellationToken) => Of(
        finding, sealer,
        finding.PracticeId is { } id ? await db.Set<Practice>().Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken) : null);

    private static FindingView Of(Finding f, Sealer sealer, string? practice)
    {
        var last = f.SettledAs is null or Settlement.RecordsAgree ? null : f.ReadLast(sealer);
        return new FindingView(
            f.Id, f.PracticeId?.Value, practice, f.CallId?.Value, View(f.Difference), f.Leg, f.StartedAt.ToDateTimeOffset(), f.OurSeconds, f.TheirSeconds,
            f.FoundAt.ToDateTimeOffset(), f.Blocks, f.SettledAt?.ToDateTimeOffset(), last?.By, f.SettledAs is { } how ? View(how) : null, last?.Reason);
    }

    public static Settlement? Chosen(SettlementView how) => how switch
    {
        SettlementView.OursHolds => Settlement.OursHolds,
        SettlementView.TheirsHolds => Settlement.TheirsHolds,
        SettlementView.NeverInvoiced => Settlement.NeverInvoiced,
        SettlementView.RecordsAgree => null,
    };

    private static SettlementView View(Settlement how) => how switch
    {
        Settlement.OursHolds => SettlementView.OursHolds,
        Settlement.TheirsHolds => SettlementView.TheirsHolds,
        Settlement.NeverInvoiced => SettlementView.NeverInvoiced,
        Settlement.RecordsAgree => SettlementView.RecordsAgree,
    };

    private static DifferenceView View(LegDifference difference) => difference switch
    {
        LegDifference.Length => DifferenceView.Length,
        LegDifference.UnknownToUs => DifferenceView.UnknownToUs,
        LegDifference.UnknownToCarrier => DifferenceView.UnknownToCarrier,
    };
}
