using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>
/// What the vendor charged for the calls of a month and what the agents worked, so that a margin can be seen; and of the month that is not invoiced
/// yet one leg that the vendor recorded shorter than we measured it.
/// </summary>
internal static class DemoLedgers
{
    private const long PricePerMinute = 8_500;
    private const long Shorter = 14;

    /// <summary>The simulated vendor never had these calls: what was before today is not compared with it.</summary>
    public static async Task IsCompared(ContactCenterDb db, Instant now, CancellationToken cancellationToken)
    {
        var yesterday = now.InUtc().Date.PlusDays(-1);
        if (!await db.Set<LedgerDay>().AnyAsync(d => d.Day == yesterday, cancellationToken))
            db.Add(new LedgerDay { Day = yesterday, ComparedAt = now });
    }

    public static void Add(ContactCenterDb db, PracticeId practice, IReadOnlyList<(Call Call, UsageRecord Usage)> calls, Instant now, bool withFinding)
    {
        var doubtful = withFinding ? calls.FirstOrDefault(c => c.Usage.TalkSeconds > 60).Call : null;
        foreach (var (call, usage) in calls)
        {
            foreach (var leg in MeasuredLegs.Of(call, usage, []))
            {
                var differs = call == doubtful && leg.Role == LegRole.Caller;
                var seconds = leg.Seconds - (differs ? Shorter : 0);
                var charge = new CarrierCharge(leg.Leg, call.Id, leg.StartedAt, seconds, (seconds + 59) / 60 * PricePerMinute);
                var row = CarrierLeg.Of(charge);
                row.Take(charge, practice);
                db.Add(row);
                if (differs)
                    AddFinding(db, practice, leg, charge, now);
            }
        }

        foreach (var (hour, work) in WorkByHour.Of(calls.Select(c => c.Usage)))
            db.Add(new AgentHour
            {
                PracticeId = practice, AgentId = work.Agent, Hour = hour, Talk = work.Talk, Hold = work.Hold, Consult = work.Consult, WrapUp = work.WrapUp,
            });
    }

    private static void AddFinding(ContactCenterDb db, PracticeId practice, MeasuredLeg ours, CarrierCharge theirs, Instant now)
    {
        var finding = new Finding { Id = Guid.CreateVersion7(), Leg = ours.Leg.Value, FoundAt = now };
        finding.Take(Reconciliation.Compare([ours], [theirs])[0], ours, theirs, practice);
        db.Add(finding);
    }
}
