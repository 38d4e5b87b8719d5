using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Telephony;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>
/// Every night, the ledgers of the day that ended: on every node, but a day is claimed by moving its due time ahead, so one compares it. A node that
/// dies over it leaves it due again. A day is compared again while prices or decisions are missing, and when one of its calls was measured anew.
/// </summary>
internal sealed class LedgerNights(
    CompareLedgers compare, ICarrier carrier, Store store, IClock clock, TimeProvider time, ILogger<LedgerNights> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>After midnight in UTC: the last calls of the evening are over and their notices in.</summary>
    private static readonly Duration Night = Duration.FromHours(2);
    private static readonly Duration Claim = Duration.FromMinutes(30);

    /// <summary>How many days a house that stood still makes up for.</summary>
    private const int MostMissed = 31;

    /// <summary>The next night.</summary>
    public static Instant Next(Instant now)
    {
        var night = LedgerDay.Of(now.InUtc().Date).Start + Night;
        return night > now ? night : night + Duration.FromDays(1);
    }

    /// <summary>Compares every day that is due now; returns them.</summary>
    public async Task<IReadOnlyList<LocalDate>> Pass(CancellationToken cancellationToken)
    {
        await store.Write(Schedule, Rerun.OnConflictOrTakenKey, cancellationToken);
        List<LocalDate> done = [];
        while (await store.Write(ClaimOne, Rerun.OnConflictOrTakenKey, cancellationToken) is { } day)
        {
            var compared = await compare.Day(day, cancellationToken);
            if (compared.Open.Count > 0)
                log.LogWarning("Ledgers of {Day}: {Open} legs differ from the vendor's records and wait for the clerk", day, compared.Open.Count);
            done.Add(day);
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!carrier.HasAccount)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Ledgers could not be compared ({Failure}); tried again in half an hour", failure.GetType().Name);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    // From the last day that is known, else from yesterday: what was before the house kept ledgers is compared by the command.
    private async Task<bool> Schedule(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var yesterday = now.InUtc().Date.PlusDays(-1);
        var last = await db.Set<LedgerDay>().OrderByDescending(d => d.Day).Select(d => (LocalDate?)d.Day).FirstOrDefaultAsync(cancellationToken);
        var first = last is { } known ? LocalDate.Max(known.PlusDays(1), yesterday.PlusDays(-MostMissed)) : yesterday;
        for (var day = first; day <= yesterday; day = day.PlusDays(1))
            db.Add(new LedgerDay { Day = day, DueAt = LedgerDay.Of(day).End + Night });
        await ReopenMeasuredAnew(db, now, cancellationToken);
        return true;
    }

    private static async Task ReopenMeasuredAnew(ContactCenterDb db, Instant now, CancellationToken cancellationToken)
    {
        if (await db.Set<LedgerDay>().MaxAsync(d => d.ComparedAt, cancellationToken) is not { } compared)
            return;
        var starts = await db.Set<MeteredCall>().Where(m => m.MeasuredAt > compared).Select(m => m.StartedAt).ToListAsync(cancellationToken);
        foreach (var day in starts.Select(s => s.InUtc().Date).Distinct())
        {
            if (await db.Set<LedgerDay>().SingleOrDefaultAsync(d => d.Day == day && d.DueAt == null && d.ComparedAt != null, cancellationToken) is not { } row)
                continue;
            row.DueAt = Next(now);
            row.Version++;
        }
    }

    private async Task<LocalDate?> ClaimOne(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Set<LedgerDay>().Where(d => d.DueAt != null && d.DueAt <= now).OrderBy(d => d.Day).FirstOrDefaultAsync(cancellationToken) is not { } due)
            return null;
        due.DueAt = now + Claim;
        due.Version++;
        return due.Day;
    }
}
