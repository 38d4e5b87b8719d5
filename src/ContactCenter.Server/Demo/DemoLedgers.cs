using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Storage;
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
    public static void IsCompared(ContactCenterDb db, Instant now) => db.Add(new LedgerDay { Day = now.InUtc().Date.PlusDays(-1), ComparedAt = now });

    public static void Add(ContactCenterDb db, IReadOnlyList<(Call Call, UsageRecord Usage)> calls, Instant now, bool withFinding)
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
                row.Take(charge, DemoPractice.Id);
                db.Add(row);
                if (differs)
                    AddFinding(db, leg, charge, now);
            }
        }

        foreach (var (hour, work) in WorkByHour.Of(calls.Select(c => c.Usage)))
            db.Add(new AgentHour
            {
                PracticeId = DemoPractice.Id, AgentId = work.Agent, Hour = hour, Talk = work.Talk, Hold = work.Hold, Consult = work.Consult, WrapUp = work.WrapUp,
            });
    }

    private static void AddFinding(ContactCenterDb db, MeasuredLeg ours, CarrierCharge theirs, Instant now)
    {
        var finding = new Finding { Id = Guid.CreateVersion7(), Leg = ours.Leg.Value, FoundAt = now };
        finding.Take(Reconciliation.Compare([ours], [theirs])[0], ours, theirs, DemoPractice.Id);
        db.Add(finding);
    }
}
