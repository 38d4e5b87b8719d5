using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>
/// Asks the vendor for what no notice told of a finding's call, measures the call again from all its facts, and compares its legs again. A finding of
/// which nothing is left settles itself.
/// </summary>
internal sealed class MeasureAgain(IUntoldEvents vendor, MeterFinishedCalls meter, CompareLedgers compare, Store store, Sealer sealer)
{
    public async Task<Billed<FindingView>> Do(Guid findingId, CancellationToken cancellationToken)
    {
        if (await store.Read((db, token) => db.Set<Finding>().SingleOrDefaultAsync(f => f.Id == findingId, token), cancellationToken) is not { } finding)
            return BillingRefusal.NotFound;
        if (finding.SettledAt is not null)
            return BillingRefusal.AlreadySettled;
        try
        {
            await Compare(finding, cancellationToken);
        }
        catch (Exception failure) when (failure is CarrierSilentException or HttpRequestException or Polly.ExecutionRejectedException)
        {
            return BillingRefusal.CarrierSilent;
        }

        return await store.Read(
            async (db, token) => await FindingViews.Of(db, sealer, await db.Set<Finding>().SingleAsync(f => f.Id == findingId, token), token), cancellationToken);
    }

    private async Task Compare(Finding finding, CancellationToken cancellationToken)
    {
        var call = finding.CallId is not { } id ? null
            : await store.Read((db, token) => db.Set<CallRecord>().SingleOrDefaultAsync(c => c.Id == id, token), cancellationToken);
        if (call is null)
        {
            await compare.Day(finding.StartedAt.InUtc().Date, cancellationToken);
            return;
        }

        await vendor.Ask(call, cancellationToken);
        await meter.Carry(call, new MeterCall(), cancellationToken);
        await compare.Call(call.Id, new LegRef(finding.Leg), cancellationToken);
    }
}
