using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Telephony;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>
/// Compares what we measured with what the telephony vendor charges, for a day or for one call, and keeps all three ledgers of it. It may be run as
/// often as wanted: the same records give the same findings.
/// </summary>
internal sealed class CompareLedgers(ICarrier carrier, Store store, Sealer sealer, IClock clock)
{
    /// <summary>For how long a day is compared again while the vendor owes it something, or somebody a decision.</summary>
    private static readonly Duration Expects = Duration.FromDays(7);

    /// <summary>A day in UTC, as the vendor counts them.</summary>
    /// <exception cref="CarrierSilentException">The vendor's records cannot be read: nothing was changed.</exception>
    public async Task<ComparedDay> Day(LocalDate day, CancellationToken cancellationToken)
    {
        var (interval, charges) = (LedgerDay.Of(day), (await carrier.OfDay(day, cancellationToken)).ToList());
        var ours = await store.Read((db, token) => OurLegs.Around(db, sealer, interval, charges, token), cancellationToken);
        var listed = charges.Select(c => c.Leg).ToHashSet();
        // The day of a leg is the one on which it began: by the vendor's clock where the vendor has it, else by ours.
        var measured = ours.Legs.Where(l => listed.Contains(l.Leg) || interval.Contains(l.StartedAt)).ToList();
        await AddUnlisted(measured.Where(l => !listed.Contains(l.Leg) && l.Seconds > 0), charges, cancellationToken);
        var compared = new Comparison(measured, charges, ours);
        return await store.Write(
            async (db, token) =>
            {
                var open = await compared.Keep(db, sealer, clock.GetCurrentInstant(), token);
                await AgentHours.Rebuild(db, interval, token);
                return await KeepDay(db, day, compared, open, token);
            },
            Rerun.OnConflictOrTakenKey, cancellationToken);
    }

    /// <summary>One call, leg by leg, from fresh records.</summary>
    /// <param name="leg">A leg that the vendor has, whether the call knows it or not.</param>
    /// <exception cref="CarrierSilentException">The vendor's records cannot be read: nothing was changed.</exception>
    public async Task Call(CallId call, LegRef leg, CancellationToken cancellationToken)
    {
        var known = await store.Read((db, token) => db.Set<CarrierLeg>().Where(l => l.CallId == call).Select(l => l.Leg).ToListAsync(token), cancellationToken);
        var charges = new List<CarrierCharge>();
        foreach (var one in (await Ours(call, [], cancellationToken)).Legs.Select(l => l.Leg).Concat(known.Select(k => new LegRef(k))).Append(leg).Distinct())
        {
            if (await carrier.Of(one, cancellationToken) is { } charge)
                charges.Add(charge);
        }

        var ours = await Ours(call, charges, cancellationToken);
        var compared = new Comparison(ours.Legs, charges, ours);
        await store.Write((db, token) => compared.Keep(db, sealer, clock.GetCurrentInstant(), token), Rerun.OnConflictOrTakenKey, cancellationToken);
    }

    // A list may end a moment too early, or a leg stand on the other side of midnight: what seems to be missing is asked for by its name.
    private async Task AddUnlisted(IEnumerable<MeasuredLeg> missing, List<CarrierCharge> charges, CancellationToken cancellationToken)
    {
        foreach (var leg in missing)
        {
            if (await carrier.Of(leg.Leg, cancellationToken) is { } charge)
                charges.Add(charge);
        }
    }

    private Task<OurLegs> Ours(CallId call, IReadOnlyCollection<CarrierCharge> charges, CancellationToken cancellationToken) => store.Read(
        async (db, token) => await OurLegs.Of(db, sealer, await db.Set<CallRecord>().Where(c => c.Id == call).ToListAsync(token), charges, token), cancellationToken);

    private async Task<ComparedDay> KeepDay(ContactCenterDb db, LocalDate day, Comparison compared, IReadOnlyList<Finding> open, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Set<LedgerDay>().SingleOrDefaultAsync(d => d.Day == day, cancellationToken) is not { } row)
            db.Add(row = new LedgerDay { Day = day });
        var young = now - LedgerDay.Of(day).End < Expects;
        row.DueAt = young && (open.Count > 0 || compared.AwaitsPrices || now < LedgerDay.Of(day).End) ? LedgerNights.Next(now) : null;
        (row.ComparedAt, row.CarrierLegs, row.MeasuredLegs, row.Open) = (now, compared.Charged, compared.Measured, open.Count);
        row.Version++;
        return new ComparedDay(day, compared.Charged, compared.Measured, open);
    }
}

/// <summary>What came of comparing a day.</summary>
internal sealed record ComparedDay(LocalDate Day, int CarrierLegs, int MeasuredLegs, IReadOnlyList<Finding> Open);
