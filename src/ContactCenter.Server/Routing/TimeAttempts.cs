using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>Attempts to reach somebody whose end nobody told in their time: they count as unanswered, so that the next one follows.</summary>
internal sealed class TimeAttempts(Store store, CallDesk desk, IClock clock)
{
    public async Task Run(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.Read((db, token) => db.Set<CallRecord>().Where(c => c.AttemptDueAt <= now).Select(c => c.Id).ToListAsync(token), cancellationToken);
        foreach (var id in due)
        {
            if ((await desk.Read(id, cancellationToken))?.Story.OpenTransfer is { } open && open.GivenUpAt <= now)
                await desk.Handle(id, new TransferUnanswered($"unanswered:{open.Id}", now, open.Id), cancellationToken);
        }
    }
}
