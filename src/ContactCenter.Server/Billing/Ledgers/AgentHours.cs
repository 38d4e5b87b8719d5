using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>Writes the third ledger anew from what was measured: a later measurement replaces the earlier one.</summary>
internal static class AgentHours
{
    // A call, with its notes, may reach from one day into the next.
    private static readonly Duration Reach = Duration.FromDays(1);

    /// <summary>Within a write unit: every hour that begins in the interval, whole hours of UTC.</summary>
    public static async Task Rebuild(ContactCenterDb db, Interval hours, CancellationToken cancellationToken)
    {
        var (from, to, reach) = (hours.Start, hours.End, hours.Start - Reach);
        await db.Set<AgentHour>().Where(h => h.Hour >= from && h.Hour < to).ExecuteDeleteAsync(cancellationToken);
        foreach (var practice in await db.Set<Practice>().Select(p => p.Id).ToListAsync(cancellationToken))
        {
            var calls = await db.Set<MeteredCall>().AsNoTracking().Where(m => m.PracticeId == practice && m.StartedAt >= reach && m.StartedAt < to)
                .ToListAsync(cancellationToken);
            foreach (var (hour, work) in WorkByHour.Of(calls.Select(c => c.ReadUsage())))
            {
                if (hours.Contains(hour))
                    db.Add(new AgentHour
                    {
                        PracticeId = practice, AgentId = work.Agent, Hour = hour, Talk = work.Talk, Hold = work.Hold, Consult = work.Consult, WrapUp = work.WrapUp,
                    });
            }
        }
    }
}
