using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>
/// Offers freed slots, each to one waiting patient at a time, and follows them until they are taken or have passed. Every step is its own unit on rows
/// whose keys and versions let one server win.
/// </summary>
internal sealed class OfferFreedSlots(Store store, BookingScenes scenes, WaitingCandidates candidates, IOptions<WaitingOptions> options, IClock clock)
{
    private const int MostAtOnce = 50;

    /// <returns>Days of agendas that changed.</returns>
    public async Task<List<(PracticeId Practice, DateOnly Day)>> Pass(CancellationToken cancellationToken)
    {
        List<(PracticeId, DateOnly)> changed = [];
        var now = clock.GetCurrentInstant();
        var over = await store.Read((db, token) => db.Set<SlotOffer>().Where(o => o.State == SlotOfferState.Open && o.ExpiresAt <= now)
            .Select(o => new { o.PracticeId, o.Id }).Take(MostAtOnce).ToListAsync(token), cancellationToken);
        foreach (var offer in over)
            Add(offer.PracticeId, await store.Write((db, token) => Expire(db, offer.PracticeId, offer.Id, token), cancellationToken));
        var settled = now - Duration.FromSeconds(options.Value.OfferAfterSeconds);
        var due = await store.Read((db, token) => db.Set<FreedSlot>().Where(f => f.LookAt <= now && f.ReleasedAt <= settled)
            .OrderBy(f => f.Start).Select(f => new { f.PracticeId, f.Id }).Take(MostAtOnce).ToListAsync(token), cancellationToken);
        foreach (var freed in due)
            Add(freed.PracticeId, await store.Write((db, token) => Look(db, freed.PracticeId, freed.Id, token), Rerun.OnConflictOrTakenKey, cancellationToken));
        return changed;

        void Add(PracticeId practice, DateOnly? day)
        {
            if (day is { } one)
                changed.Add((practice, one));
        }
    }

    private async Task<DateOnly?> Expire(ContactCenterDb db, PracticeId practice, SlotOfferId id, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var offer = await db.Set<SlotOffer>().SingleAsync(o => o.PracticeId == practice && o.Id == id, cancellationToken);
        if (offer.State != SlotOfferState.Open || offer.ExpiresAt > now || await Scene(db, practice, now, cancellationToken) is not { } scene)
            return null;
        await SlotOffers.End(db, offer, SlotOfferState.Expired, now, cancellationToken);
        return scene.DateOf(offer.Start).ToDateOnly();
    }

    private async Task<DateOnly?> Look(ContactCenterDb db, PracticeId practice, FreedSlotId id, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var freed = await db.Set<FreedSlot>().SingleAsync(f => f.PracticeId == practice && f.Id == id, cancellationToken);
        if (freed.State != FreedState.Open || !(freed.LookAt <= now))
            return null;
        freed.Version++;
        if (await Scene(db, practice, now, cancellationToken) is not { } scene)
        {
            (freed.State, freed.LookAt) = (FreedState.Passed, null);
            return null;
        }

        if (await Taker(db, freed, cancellationToken) is { } taken)
        {
            freed.Fill(taken.Appointment, taken.At, byWaitlist: false);
            return null;
        }

        // Too near to ring anybody; callers may still take it, so it is followed to its start.
        var lastLook = freed.Start - Duration.FromMinutes(options.Value.LeastNoticeMinutes);
        if (now >= freed.Start)
        {
            (freed.State, freed.LookAt) = (FreedState.Passed, null);
            return null;
        }

        freed.LookAt = now >= lastLook ? freed.Start : Instant.Min(lastLook, now + Duration.FromMinutes(options.Value.LookAgainMinutes));
        if (now >= lastLook || freed.Offers >= options.Value.MostOffers)
            return null;
        return await candidates.First(db, scene, freed, cancellationToken) is { } first ? await Offer(db, scene, freed, first, cancellationToken) : null;
    }

    private async Task<DateOnly?> Offer(ContactCenterDb db, BookingScene scene, FreedSlot freed, Candidate candidate, CancellationToken cancellationToken)
    {
        var id = new SlotOfferId(Guid.CreateVersion7());
        var wish = new SlotWish
        {
            Reason = candidate.Reason, Practitioner = freed.PractitionerId, Start = candidate.Slot.Start, Patient = candidate.Entry.PatientId, Facts = candidate.Facts,
        };
        if (await SlotClaims.Decide(db, scene with { Offer = id }, wish, cancellationToken) is not MayBook { Slot: var slot })
            return null;
        var expires = Instant.Min(scene.Now + Duration.FromMinutes(options.Value.OfferMinutes), slot.Start);
        var hold = new SlotHold
        {
            PracticeId = scene.Practice, Id = new HoldId(Guid.CreateVersion7()), Owner = HoldOwner.Of(id), PractitionerId = slot.Practitioner, ReasonId = candidate.Reason.Id,
            Start = slot.Start, End = slot.End, Lane = slot.Lane, Resources = ResourceList.Write(slot.Resources), ExpiresAt = expires,
        };
        var offer = new SlotOffer
        {
            PracticeId = scene.Practice, Id = id, FreedSlotId = freed.Id, EntryId = candidate.Entry.Id, HoldId = hold.Id, PractitionerId = slot.Practitioner,
            Start = slot.Start, End = slot.End, OfferedAt = scene.Now, ExpiresAt = expires, OpenForSlot = freed.Id, OpenForEntry = candidate.Entry.Id,
            Days = candidate.Rank.Days, Urgency = candidate.Rank.Urgency, Wishes = candidate.Rank.Wishes,
        };
        CalendarRows.Take(db, scene.Practice, slot, hold.Id);
        db.Add(hold);
        AgendaEvents.Of(db, AgendaEventKind.Held, hold, scene.Now, null);
        db.Add(offer);
        (freed.State, freed.LookAt) = (FreedState.Offered, null);
        freed.Offers++;
        candidate.Entry.Offers++;
        candidate.Entry.Version++;
        Tasks.CallTasks.Offer(db, offer, candidate.Entry.PatientId);
        return scene.DateOf(slot.Start).ToDateOnly();
    }

    /// <summary>Who booked it meanwhile, without being asked by us.</summary>
    private static async Task<(AppointmentId Appointment, Instant At)?> Taker(ContactCenterDb db, FreedSlot freed, CancellationToken cancellationToken)
    {
        var taken = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == freed.PracticeId && a.PractitionerId == freed.PractitionerId && a.Start < freed.End && a.End > freed.Start
                && a.State != AppointmentState.Cancelled)
            .OrderBy(a => a.Start).Select(a => new { a.Id, a.BookedAt }).FirstOrDefaultAsync(cancellationToken);
        if (taken is null)
            return null;
        var subject = taken.Id.Value;
        // One that was moved there came later than it was first booked.
        var moved = await db.Set<AgendaEvent>().AsNoTracking()
            .Where(e => e.PracticeId == freed.PracticeId && e.Subject == subject && e.Kind == AgendaEventKind.MovedIn && e.At >= freed.ReleasedAt)
            .OrderBy(e => e.At).Select(e => (Instant?)e.At).FirstOrDefaultAsync(cancellationToken);
        return (taken.Id, Instant.Max(freed.ReleasedAt, moved ?? taken.BookedAt));
    }

    private async Task<BookingScene?> Scene(ContactCenterDb db, PracticeId practice, Instant now, CancellationToken cancellationToken) =>
        await scenes.BookOf(db, practice, cancellationToken) is { } book ? new BookingScene(practice, book, Guid.Empty, BookingChannel.Agent, null, "fr-FR", now) : null;
}
