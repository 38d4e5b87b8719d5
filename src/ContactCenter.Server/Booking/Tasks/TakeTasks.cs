using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>An agent between calls takes the most pressing task of her practices, and gives it back.</summary>
internal sealed class TakeTasks(Store store, TaskViews views, AuditTrail audit, IOptions<WaitingOptions> options, IClock clock)
{
    public Task<IResult> Desk(ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            var (agent, now) = (user.AgentId(), clock.GetCurrentInstant());
            var mine = await db.Set<CallTask>().AsNoTracking().SingleOrDefaultAsync(t => t.HeldBy == agent, token);
            return TypedResults.Ok(new CallTaskDesk(mine is null ? null : await views.Of(db, mine, user, token), await Due(db, agent, now).CountAsync(token)));
        },
        cancellationToken);

    public Task<IResult> Take(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        store.Write((db, token) => Take(db, user, token), Rerun.OnConflictOrTakenKey, cancellationToken);

    /// <summary>Giving back what is not hers any more is giving it back.</summary>
    public Task<IResult> Return(Guid practiceId, Guid taskId, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            var (practice, id, agent) = (new PracticeId(practiceId), new CallTaskId(taskId), user.AgentId());
            if (await db.Set<CallTask>().SingleOrDefaultAsync(t => t.PracticeId == practice && t.Id == id && t.HeldBy == agent, token) is { } task)
                task.GiveBack(clock.GetCurrentInstant());
            return TypedResults.NoContent();
        },
        cancellationToken);

    private async Task<IResult> Take(ContactCenterDb db, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (agent, now, culture) = (user.AgentId(), clock.GetCurrentInstant(), user.Culture());
        if (await db.Set<CallTask>().SingleOrDefaultAsync(t => t.HeldBy == agent, cancellationToken) is { } mine)
            return TypedResults.Ok(await views.Of(db, mine, user, cancellationToken));
        if (!await db.Set<AgentPresence>().AnyAsync(p => p.AgentId == agent && p.Presence == Presence.Available, cancellationToken))
            return Problems.Conflict(CallTaskProblems.NotAvailable, TaskWords.NotAvailable(culture));
        var callersWait = await db.Set<CallRecord>().AnyAsync(
            c => c.State == CallState.Queued && db.Set<AgentPractice>().Any(a => a.AgentId == agent && a.PracticeId == c.PracticeId), cancellationToken);
        if (callersWait)
            return Problems.Conflict(CallTaskProblems.CallsWait, TaskWords.CallsWait(culture));
        var task = await Due(db, agent, now).OrderByDescending(t => t.Priority).ThenBy(t => t.DueAt).ThenBy(t => t.Id).FirstOrDefaultAsync(cancellationToken);
        if (task is null)
            return Problems.Of(StatusCodes.Status404NotFound, CallTaskProblems.None, TaskWords.None(culture));
        // Of two who take it at once the version lets one save; the other's unit runs again and finds the next.
        (task.State, task.HeldBy, task.TakenAt) = (CallTaskState.Taken, agent, now);
        task.Version++;
        // She may take her time with whom she rings: the offer lasts as long as if it had been made now.
        if (task.Kind == CallTaskKind.SlotOffer)
            await Keep(db, task, now + Duration.FromMinutes(options.Value.OfferMinutes), cancellationToken);
        var view = await views.Of(db, task, user, cancellationToken);
        await audit.Append(db, task.PracticeId, AuditActor.From(user, null), AuditAction.PatientShown, task.PatientId, cancellationToken);
        return TypedResults.Ok(view);
    }

    /// <summary>Keeps the slot for the patient of this task at least so long.</summary>
    public static async Task Keep(ContactCenterDb db, CallTask task, Instant until, CancellationToken cancellationToken)
    {
        var id = new SlotOfferId(task.Subject);
        if (await db.Set<SlotOffer>().SingleOrDefaultAsync(o => o.PracticeId == task.PracticeId && o.Id == id, cancellationToken) is not { } offer)
            return;
        await SlotOffers.KeepUntil(db, offer, until, cancellationToken);
        task.ExpiresAt = offer.ExpiresAt;
    }

    private static IQueryable<CallTask> Due(ContactCenterDb db, AgentId agent, Instant now) => db.Set<CallTask>().Where(
        t => t.State == CallTaskState.Open && t.DueAt <= now && (t.ExpiresAt == null || t.ExpiresAt > now)
            && db.Set<AgentPractice>().Any(a => a.AgentId == agent && a.PracticeId == t.PracticeId));
}
