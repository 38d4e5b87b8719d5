using System.Security.Claims;
using ContactCenter.Contracts.Billing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>The clerk's tasks that came of comparing the ledgers.</summary>
internal sealed class FindingEndpoints(Store store, Sealer sealer, SettleDifference settle, MeasureAgain measure)
{
    public async Task<IResult> All(CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.Read((db, token) => FindingViews.Of(db, sealer, token), cancellationToken));

    public async Task<IResult> Settle(Guid findingId, SettleFinding asked, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await settle.Do(findingId, asked, key.Value, user.FindFirstValue(ClaimTypes.Name) ?? "", cancellationToken)).ToResult(view => view);

    public async Task<IResult> Measure(Guid findingId, CancellationToken cancellationToken) => (await measure.Do(findingId, cancellationToken)).ToResult(view => view);
}
