using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Contests;

/// <summary>Contests as the addresses answer them.</summary>
internal static class ContestViews
{
    /// <summary>Open ones first, then the latest.</summary>
    public static async Task<IReadOnlyList<ContestView>> Of(
        ContactCenterDb db, Sealer sealer, IQueryable<Contest> asked, CancellationToken cancellationToken)
    {
        var rows = await asked.OrderByDescending(c => c.State == ContestState.Open).ThenByDescending(c => c.RaisedAt).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.PracticeId).Distinct().ToList();
        var zones = await db.Set<Practice>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.TimeZone, cancellationToken);
        return [.. rows.Select(r => Of(r, sealer, DateTimeZoneProviders.Tzdb[zones[r.PracticeId]]))];
    }

    public static async Task<IReadOnlyList<ContestView>> OfCall(
        ContactCenterDb db, Sealer sealer, PracticeId practice, CallId call, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Contest>().Where(c => c.PracticeId == practice && c.CallId == call).OrderBy(c => c.RaisedAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => Of(r, sealer, zone))];
    }

    public static ContestView Of(Contest contest, Sealer sealer, DateTimeZone zone) => new(
        contest.Id, contest.PracticeId.Value, contest.InvoiceNumber, contest.CallId.Value, contest.Segment, SnakeCase.Name(contest.Kind),
        (long)(contest.End - contest.Start).TotalSeconds, contest.State, contest.CreditNote,
        [.. contest.ReadHistory(sealer).Select(h => new ContestStep(h.At.InZone(zone).ToDateTimeOffset(), h.By, h.State, h.Reason))]);
}
