using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>Slots kept for callers: taken when highlighted, extended while the call lives, released with it.</summary>
internal sealed class Holds(Store store, IClock clock) : IEffectHand
{
    public static async Task<IResult> Hold(
        Guid practiceId, HoldSlot form, IdempotencyKey key, ClaimsPrincipal user, BookingDesk desk, OnceOnly once, AgendaSignals agendas, CancellationToken cancellationToken)
    {
        var id = new HoldId(Guid.CreateVersion7());
        var outcome = await once.Do(new(practiceId), key.Value, form, (db, token) => Hold(db, practiceId, id, form, user, desk, token), o => o.IsDone, cancellationToken);
        agendas.Raise(practiceId, DateOnly.FromDateTime(form.Start.DateTime));
        return outcome.Answer(user.Culture(), StatusCodes.Status201Created);
    }

    /// <summary>Lets a hold go. One that is gone already is let go as well.</summary>
    public static async Task<IResult> LetGo(Guid practiceId, Guid holdId, ClaimsPrincipal user, Store store, CancellationToken cancellationToken)
    {
        var (practice, id, agent) = (new PracticeId(practiceId), new HoldId(holdId), user.UserId());
        await store.Write(async (db, token) =>
        {
            if (await db.Set<SlotHold>().AnyAsync(h => h.PracticeId == practice && h.Id == id && h.AgentId == agent, token))
                await Calendar.Release(db, practice, id, token);
        }, cancellationToken);
        return Results.NoContent();
    }

    /// <summary>A hold of this call makes room for its own booking.</summary>
    public static async Task GiveUpOwn(ContactCenterDb db, PracticeId practice, HoldId hold, CallId call, CancellationToken cancellationToken)
    {
        if (await db.Set<SlotHold>().AnyAsync(h => h.PracticeId == practice && h.Id == hold && h.CallId == call, cancellationToken))
            await Calendar.Release(db, practice, hold, cancellationToken);
    }

    /// <summary>The console of the agent is alive: what she holds for her caller stays hers.</summary>
    public async Task Extend(AgentId agent, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var soon = now + (Calendar.HoldFor / 2);
        var due = await store.Read((db, token) => db.Set<SlotHold>().AnyAsync(h => h.AgentId == agent.Value && h.ExpiresAt > now && h.ExpiresAt < soon, token), cancellationToken);
        if (!due)
            return;
        await store.Write((db, token) => db.Set<SlotHold>()
            .Where(h => h.AgentId == agent.Value && h.ExpiresAt > now && db.Set<CallRecord>().Any(c => c.Id == h.CallId && c.CallerLeftAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.ExpiresAt, now + Calendar.HoldFor), token), cancellationToken);
    }

    public bool Carries(CallEffect effect) => effect is ReleaseSlotHolds;

    /// <summary>The call is over: its holds are free again.</summary>
    public async Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken)
    {
        await store.Write(async (db, token) =>
        {
            foreach (var hold in await db.Set<SlotHold>().Where(h => h.CallId == call.Id).Select(h => h.Id).ToListAsync(token))
                await Calendar.Release(db, call.PracticeId, hold, token);
        }, cancellationToken);
        return EffectOutcome.Done;
    }

    private static async Task<BookingOutcome> Hold(
        ContactCenterDb db, Guid practiceId, HoldId id, HoldSlot form, ClaimsPrincipal user, BookingDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Scene(db, practiceId, user, cancellationToken) is not { } scene)
            return BookingOutcome.NotFound;
        if (await BookingDesk.RefuseCall(db, scene, form.CallId, cancellationToken) is { } refused)
            return refused;
        var practitioner = new PractitionerId(form.PractitionerId);
        var decision = BookingRules.Decide(new VisitReasonId(form.VisitReasonId), practitioner, Instant.FromDateTimeOffset(form.Start), false, scene.ByPractice, scene.Book, scene.Now);
        if (decision is MayNotBook no)
            return new BookingOutcome(Refused: no);
        var may = (MayBook)decision;
        await Calendar.SweepExpired(db, scene.Practice, practitioner, scene.Now, cancellationToken);
        foreach (var before in await db.Set<SlotHold>().Where(h => h.PracticeId == scene.Practice && h.CallId == new CallId(form.CallId)).Select(h => h.Id).ToListAsync(cancellationToken))
            await Calendar.Release(db, scene.Practice, before, cancellationToken);
        if (!await Calendar.IsFree(db, scene.Practice, may.Slot, cancellationToken))
            return await BookingDesk.Taken(db, scene, may.Slot, may.Reason, cancellationToken);
        Calendar.Take(db, scene.Practice, may.Slot, null, id);
        var hold = new SlotHold
        {
            PracticeId = scene.Practice, Id = id, CallId = new CallId(form.CallId), AgentId = scene.User, PractitionerId = practitioner, ReasonId = may.Reason.Id,
            Start = may.Slot.Start, End = may.Slot.End, ExpiresAt = scene.Now + Calendar.HoldFor,
        };
        db.Add(hold);
        return new BookingOutcome(Held: new HeldSlot(id.Value, form.PractitionerId, AppointmentViews.Local(hold.Start, scene.Book), AppointmentViews.Local(hold.End, scene.Book), hold.ExpiresAt.ToDateTimeOffset()));
    }
}
