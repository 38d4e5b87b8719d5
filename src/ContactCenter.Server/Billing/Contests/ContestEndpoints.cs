using System.Security.Claims;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Billing.Contests;

/// <summary>A practice contests, the clerk decides, both see what was said.</summary>
internal sealed class ContestEndpoints(Store store, Sealer sealer, RaiseContest raise, DecideOnContest decide)
{
    public async Task<IResult> OfPractice(Guid practiceId, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        return TypedResults.Ok(await store.Read(
            (db, token) => ContestViews.Of(db, sealer, db.Set<Contest>().Where(c => c.PracticeId == practice), token), cancellationToken));
    }

    public async Task<IResult> OfAll(CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.Read((db, token) => ContestViews.Of(db, sealer, db.Set<Contest>(), token), cancellationToken));

    public async Task<IResult> Raise(
        Guid practiceId, string invoice, ContestSegment asked, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await raise.Do(new PracticeId(practiceId), invoice, asked, key.Value, NameOf(user), cancellationToken)).ToResult(view => view);

    public async Task<IResult> Decide(
        Guid practiceId, Guid contestId, DecideContest decision, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await decide.Do(new PracticeId(practiceId), contestId, decision, key.Value, NameOf(user), cancellationToken)).ToResult(view => view);

    private static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? "";
}
