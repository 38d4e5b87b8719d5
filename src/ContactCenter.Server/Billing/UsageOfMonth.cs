using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Contests;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>
/// What a practice used around a month, from the stored measurements. What a contest freed is no longer charged, nor is a call that a finding blocks.
/// </summary>
internal static class UsageOfMonth
{
    // Notes may be written for a while after the caller left; only what lies within the month is rated.
    private static readonly Duration NotesReachOver = Duration.FromDays(1);

    public static async Task<MonthUsage> Read(ContactCenterDb db, PracticeId practice, BillingPeriod month, CancellationToken cancellationToken)
    {
        var (from, to) = (month.Instants.Start, month.Instants.End);
        var reach = from - NotesReachOver;
        var calls = await Measured(db, practice, month, cancellationToken);
        var booked = await AppointmentsOfMonth.Read(db, practice, month.Instants, cancellationToken);
        var freed = await db.Set<Contest>().AsNoTracking()
            .Where(c => c.PracticeId == practice && c.State == ContestState.Accepted && c.Start < to && c.End > reach).ToListAsync(cancellationToken);
        var usage = new MonthUsage([.. calls.Select(c => c.ReadUsage())], booked, []);
        return await BlockedCalls.Apply(db, practice, WaivedStretch.Without(usage, freed.Select(c => c.Waived)), cancellationToken);
    }

    /// <summary>Every measured call that may have a second in the month.</summary>
    public static Task<List<MeteredCall>> Measured(ContactCenterDb db, PracticeId practice, BillingPeriod month, CancellationToken cancellationToken)
    {
        var (to, reach) = (month.Instants.End, month.Instants.Start - NotesReachOver);
        return db.Set<MeteredCall>().AsNoTracking().Where(m => m.PracticeId == practice && m.StartedAt < to && m.EndedAt > reach).ToListAsync(cancellationToken);
    }
}
