using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Practices;

internal static class ForcedCloseEndpoints
{
    public static async Task<IResult> Close(Guid practiceId, ForcedClose order, Store store, IClock clock, CancellationToken cancellationToken)
    {
        var from = order.From is { } asked ? Instant.FromDateTimeOffset(asked) : clock.GetCurrentInstant();
        var until = order.Until is { } end ? Instant.FromDateTimeOffset(end) : (Instant?)null;
        if (until <= from)
            return Problems.Invalid(PracticeProblems.ImpossibleTimes);
        await Change(practiceId, practice => practice.CloseByOrder(from, until), store, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> Lift(Guid practiceId, Store store, CancellationToken cancellationToken)
    {
        await Change(practiceId, practice => practice.LiftForcedClose(), store, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task Change(Guid practiceId, Action<Practice> change, Store store, CancellationToken cancellationToken)
    {
        var id = new PracticeId(practiceId);
        return store.Write(async (db, token) => change(await db.Set<Practice>().SingleAsync(p => p.Id == id, token)), cancellationToken);
    }
}
