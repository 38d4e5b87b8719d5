using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>Both sides of a comparison, leg by leg, and what is kept of it.</summary>
internal sealed class Comparison
{
    private const int AtOnce = 500;

    private readonly Dictionary<LegRef, MeasuredLeg> _ours;
    private readonly Dictionary<LegRef, CarrierCharge> _theirs;
    private readonly IReadOnlyDictionary<LegRef, (CallId Call, PracticeId Practice)> _owners;

    public Comparison(IEnumerable<MeasuredLeg> ours, IEnumerable<CarrierCharge> theirs, OurLegs known)
    {
        _owners = known.Owners;
        _ours = ours.DistinctBy(l => l.Leg).ToDictionary(l => l.Leg);
        _theirs = theirs.DistinctBy(c => c.Leg).Select(c => c with { Call = OwnerOf(c)?.Call }).ToDictionary(c => c.Leg);
    }

    public int Measured => _ours.Count;

    public int Charged => _theirs.Count;

    /// <summary>Within a write unit: the vendor's charges and the findings. Returns those that are open.</summary>
    public async Task<IReadOnlyList<Finding>> Keep(ContactCenterDb db, Sealer sealer, Instant now, CancellationToken cancellationToken)
    {
        await KeepCharges(db, cancellationToken);
        var found = Reconciliation.Compare(_ours.Values, _theirs.Values).ToDictionary(f => f.Leg);
        var open = new List<Finding>();
        foreach (var some in _ours.Keys.Union(_theirs.Keys).Chunk(AtOnce))
        {
            var names = some.Select(l => l.Value).ToList();
            var rows = await db.Set<Finding>().Where(f => names.Contains(f.Leg)).ToDictionaryAsync(f => f.Leg, cancellationToken);
            foreach (var leg in some)
            {
                var row = rows.GetValueOrDefault(leg.Value);
                if (found.TryGetValue(leg, out var difference))
                    row = Note(db, row, difference, now);
                else if (row is { SettledAt: null } && _theirs.GetValueOrDefault(leg) is null or { IsOver: true })
                    row!.Settle(sealer, Settlement.RecordsAgree, null, "", now);
                if (row is { SettledAt: null })
                    open.Add(row);
            }
        }

        return open;
    }

    /// <summary>The vendor has not told the price of every leg that lasted.</summary>
    public bool AwaitsPrices => _theirs.Values.Any(c => c is { Seconds: > 0, CostMicroUnits: null, Foreign: null } or { IsOver: false });

    private Finding Note(ContactCenterDb db, Finding? row, LegFinding found, Instant now)
    {
        if (row is null)
            db.Add(row = new Finding { Id = Guid.CreateVersion7(), Leg = found.Leg.Value, FoundAt = now });
        var (ours, theirs) = (_ours.GetValueOrDefault(found.Leg), _theirs.GetValueOrDefault(found.Leg));
        row.Take(found, ours, theirs, found.Call is null ? null : (theirs is null ? null : OwnerOf(theirs)?.Practice) ?? _owners[found.Leg].Practice);
        return row;
    }

    private async Task KeepCharges(ContactCenterDb db, CancellationToken cancellationToken)
    {
        foreach (var some in _theirs.Values.Where(c => c.IsOver).Chunk(AtOnce))
        {
            var names = some.Select(c => c.Leg.Value).ToList();
            var rows = await db.Set<CarrierLeg>().Where(l => names.Contains(l.Leg)).ToDictionaryAsync(l => l.Leg, cancellationToken);
            foreach (var charge in some)
            {
                if (!rows.TryGetValue(charge.Leg.Value, out var row))
                    db.Add(row = CarrierLeg.Of(charge));
                row.Take(charge, OwnerOf(charge)?.Practice);
            }
        }
    }

    // A leg that one of ours dialled belongs to its call, whether we knew of it or not.
    private (CallId Call, PracticeId Practice)? OwnerOf(CarrierCharge charge) =>
        _owners.TryGetValue(charge.Leg, out var owner) || (charge.Parent is { } parent && _owners.TryGetValue(parent, out owner)) ? owner : null;
}
