using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>How an offer ends: taken, or given back so that the next one is asked.</summary>
internal static class SlotOffers
{
    public static Task<SlotOffer?> Find(ContactCenterDb db, BookingScene scene, SlotOfferId id, CancellationToken cancellationToken) =>
        db.Set<SlotOffer>().SingleOrDefaultAsync(o => o.PracticeId == scene.Practice && o.Id == id, cancellationToken);

    /// <summary>She took it: her hold has become this appointment.</summary>
    public static async Task Accept(ContactCenterDb db, SlotOffer offer, AppointmentId appointment, Instant now, CancellationToken cancellationToken)
    {
        offer.Close(SlotOfferState.Accepted, now);
        var entry = await EntryOf(db, offer, cancellationToken);
        entry.AppointmentId = appointment;
        entry.Close(WaitlistStage.Booked, now);
        (await FreedOf(db, offer, cancellationToken)).Fill(appointment, now, byWaitlist: true);
    }

    /// <summary>It ended without her: the slot goes to the next one, and her task is over.</summary>
    public static async Task<WaitlistEntry> End(ContactCenterDb db, SlotOffer offer, SlotOfferState how, Instant now, CancellationToken cancellationToken)
    {
        offer.Close(how, now);
        if (await db.Set<SlotHold>().AsNoTracking().SingleOrDefaultAsync(h => h.PracticeId == offer.PracticeId && h.Id == offer.HoldId, cancellationToken) is { } hold
            && await CalendarRows.Release(db, offer.PracticeId, offer.HoldId, cancellationToken))
            AgendaEvents.Of(db, AgendaEventKind.HoldReleased, hold, now, null);
        var freed = await FreedOf(db, offer, cancellationToken);
        (freed.State, freed.LookAt) = (FreedState.Open, now);
        freed.Version++;
        await CallTasks.End(db, offer.PracticeId, offer.Id.Value, CallTaskState.Expired, now, cancellationToken);
        return await EntryOf(db, offer, cancellationToken);
    }

    /// <summary>Somebody has her on the telephone: she may take her time.</summary>
    public static async Task KeepUntil(ContactCenterDb db, SlotOffer offer, Instant until, CancellationToken cancellationToken)
    {
        if (offer.State != SlotOfferState.Open || offer.ExpiresAt >= until)
            return;
        offer.ExpiresAt = until;
        offer.Version++;
        await db.Set<SlotHold>().Where(h => h.PracticeId == offer.PracticeId && h.Id == offer.HoldId)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.ExpiresAt, until), cancellationToken);
    }

    private static Task<WaitlistEntry> EntryOf(ContactCenterDb db, SlotOffer offer, CancellationToken cancellationToken) =>
        db.Set<WaitlistEntry>().SingleAsync(e => e.PracticeId == offer.PracticeId && e.Id == offer.EntryId, cancellationToken);

    private static Task<FreedSlot> FreedOf(ContactCenterDb db, SlotOffer offer, CancellationToken cancellationToken) =>
        db.Set<FreedSlot>().SingleAsync(f => f.PracticeId == offer.PracticeId && f.Id == offer.FreedSlotId, cancellationToken);
}
