using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>Our side of a comparison: the legs of the calls around a day as their facts tell them, and which practice each belongs to.</summary>
internal sealed record OurLegs(IReadOnlyList<MeasuredLeg> Legs, IReadOnlyDictionary<LegRef, (CallId Call, PracticeId Practice)> Owners)
{
    // A leg may begin hours after its call did, and the vendor's clock may have had midnight first.
    private static readonly Duration Before = Duration.FromHours(12);
    private static readonly Duration After = Duration.FromMinutes(5);

    public static async Task<OurLegs> Around(
        ContactCenterDb db, Sealer sealer, Interval day, IReadOnlyCollection<CarrierCharge> charges, CancellationToken cancellationToken)
    {
        var (from, to) = (day.Start - Before, day.End + After);
        var calls = new List<CallRecord>();
        // One practice after the other: that is how calls are found by time.
        foreach (var practice in await db.Set<Practice>().Select(p => p.Id).ToListAsync(cancellationToken))
            calls.AddRange(await db.Set<CallRecord>().AsNoTracking().Where(c => c.PracticeId == practice && c.ArrivedAt >= from && c.ArrivedAt < to).ToListAsync(cancellationToken));
        return await Of(db, sealer, calls, charges, cancellationToken);
    }

    public static async Task<OurLegs> Of(
        ContactCenterDb db, Sealer sealer, IReadOnlyList<CallRecord> calls, IReadOnlyCollection<CarrierCharge> charges, CancellationToken cancellationToken)
    {
        var theirs = charges.DistinctBy(c => c.Leg).ToDictionary(c => c.Leg);
        var children = charges.Where(c => c.Parent is not null).ToLookup(c => c.Parent!.Value);
        var (legs, owners) = (new List<MeasuredLeg>(), new Dictionary<LegRef, (CallId, PracticeId)>());
        foreach (var record in calls)
        {
            var (call, practice) = ((await CallFile.Open(db, sealer, record, cancellationToken)).Call, record.PracticeId);
            var metered = await db.Set<MeteredCall>().AsNoTracking().SingleOrDefaultAsync(m => m.PracticeId == practice && m.CallId == record.Id, cancellationToken);
            var usage = metered?.ReadUsage();
            var told = MeasuredLegs.Of(call, usage, []).Select(l => l.Leg).ToList();
            var known = told.Select(l => theirs.GetValueOrDefault(l)).OfType<CarrierCharge>().Concat(told.SelectMany(l => children[l])).ToList();
            legs.AddRange(MeasuredLegs.Of(call, usage, known));
            foreach (var leg in told.Concat(known.Select(k => k.Leg)))
                owners.TryAdd(leg, (record.Id, practice));
        }

        return new OurLegs(legs, owners);
    }
}
