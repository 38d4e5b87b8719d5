using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>The life of slots kept for callers: extended while the call lives and its agent's console is heard, released with it or when they run out.</summary>
internal sealed class Holds(Store store, AgendaSignals agendas, BookingScenes scenes, IClock clock) : IEffectHand
{
    /// <summary>For how long a hold stands without word from the console.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(3);

    /// <summary>The consoles of these agents are alive: what each holds for her caller stays hers.</summary>
    public async Task Extend(IReadOnlyCollection<AgentId> agents, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var soon = now + (Lasts / 2);
        var due = await store.Read((db, token) => db.Set<SlotHold>().Where(h => h.ExpiresAt > now && h.ExpiresAt < soon).Select(h => h.AgentId).ToListAsync(token), cancellationToken);
        var alive = due.Intersect(agents.Select(a => (Guid?)a.Value)).ToList();
        if (alive.Count == 0)
            return;
        await store.Write((db, token) => db.Set<SlotHold>()
            .Where(h => alive.Contains(h.AgentId) && h.ExpiresAt > now && db.Set<CallRecord>().Any(c => c.Id == h.CallId && c.CallerLeftAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.ExpiresAt, now + Lasts), token), cancellationToken);
    }

    public bool Carries(CallEffect effect) => effect is ReleaseSlotHolds;

    /// <summary>The call is over: its holds are free again.</summary>
    public async Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken)
    {
        var released = await store.Write((db, token) => Free(db, db.Set<SlotHold>().Where(h => h.CallId == call.Id), token), cancellationToken);
        await Tell(released, cancellationToken);
        return EffectOutcome.Done;
    }

    /// <summary>Releases what has run out, so that the screens show it without anybody booking.</summary>
    public async Task ReleaseExpired(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!await store.Read((db, token) => db.Set<SlotHold>().AnyAsync(h => h.ExpiresAt <= now, token), cancellationToken))
            return;
        var released = await store.Write((db, token) => Free(db, db.Set<SlotHold>().Where(h => h.ExpiresAt <= now), token), cancellationToken);
        await Tell(released, cancellationToken);
    }

    /// <summary>Nobody wants them any more: whoever waits may have them.</summary>
    private async Task<List<SlotHold>> Free(ContactCenterDb db, IQueryable<SlotHold> which, CancellationToken cancellationToken)
    {
        var released = await Release(db, which, null, cancellationToken);
        foreach (var hold in released)
            await FreedSlots.Note(db, hold, clock.GetCurrentInstant(), cancellationToken);
        return released;
    }

    /// <summary>A call keeps one slot at a time, at whichever practice.</summary>
    public static async Task MakeRoom(ContactCenterDb db, BookingScene scene, CallId call, CancellationToken cancellationToken) =>
        scene.MadeRoom.AddRange(await Release(db, db.Set<SlotHold>().Where(h => h.CallId == call), scene.Now, scene.User, cancellationToken));

    /// <summary>Frees holds and writes it down. Of several who release one, one does it.</summary>
    public Task<List<SlotHold>> Release(ContactCenterDb db, IQueryable<SlotHold> which, Guid? by, CancellationToken cancellationToken) =>
        Release(db, which, clock.GetCurrentInstant(), by, cancellationToken);

    private static async Task<List<SlotHold>> Release(ContactCenterDb db, IQueryable<SlotHold> which, Instant now, Guid? by, CancellationToken cancellationToken) =>
        await Release(db, await which.AsNoTracking().ToListAsync(cancellationToken), now, by, cancellationToken);

    private static async Task<List<SlotHold>> Release(ContactCenterDb db, List<SlotHold> which, Instant now, Guid? by, CancellationToken cancellationToken)
    {
        var released = new List<SlotHold>();
        foreach (var hold in which)
        {
            if (!await CalendarRows.Release(db, hold.PracticeId, hold.Id, cancellationToken))
                continue;
            AgendaEvents.Of(db, AgendaEventKind.HoldReleased, hold, Instant.Min(now, hold.ExpiresAt), by);
            released.Add(hold);
        }

        return released;
    }

    /// <summary>Takes a slot that was decided on for an appointment; the hold of the same call becomes it, or makes room, at another practice too.</summary>
    public static async Task TurnInto(ContactCenterDb db, BookingScene scene, Slot slot, AppointmentId appointment, CancellationToken cancellationToken)
    {
        var held = scene.Holder is { } holder ? scene.Standing.Find(h => h.Owner == holder) : null;
        var own = held?.PracticeId == scene.Practice ? held : null;
        await CalendarRows.Take(db, scene.Practice, slot, appointment, own, cancellationToken);
        if (own is not null)
            AgendaEvents.Of(db, AgendaEventKind.HoldReleased, own, scene.Now, scene.User);
        else if (held is not null)
            scene.MadeRoom.AddRange(await Release(db, [held], scene.Now, scene.User, cancellationToken));
        scene.Standing.RemoveAll(h => h == held);
    }

    public async Task Tell(IEnumerable<SlotHold> released, CancellationToken cancellationToken)
    {
        foreach (var hold in released)
        {
            var day = await store.Read((db, token) => scenes.DayOf(db, hold, token), cancellationToken);
            agendas.Raise(hold.PracticeId.Value, day);
        }
    }
}
