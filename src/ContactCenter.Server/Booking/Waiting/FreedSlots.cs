using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>Writes down what becomes free, in the transaction that frees it.</summary>
internal static class FreedSlots
{
    /// <summary>A withdrawn absence frees more than one visit: it is offered in pieces.</summary>
    private static readonly Duration Piece = Duration.FromMinutes(30);

    private const int MostPieces = 200;

    public static void Note(ContactCenterDb db, BookingScene scene, Slot slot, FreedBecause because)
    {
        // What was booked beyond the ordinary lane leaves no room when it goes.
        if (slot.Lane == 0 && slot.Start > scene.Now)
            Add(db, scene.Practice, new FreedTime(slot.Practitioner, slot.Start, slot.End), because, scene.Now);
    }

    /// <summary>A caller let go of it. Only where somebody waits: otherwise it was free before and is again.</summary>
    public static async Task Note(ContactCenterDb db, SlotHold hold, Instant now, CancellationToken cancellationToken)
    {
        if (hold.OfferId is not null || hold.Lane > 0 || hold.Start <= now)
            return;
        var isWaitedFor = await db.Set<WaitlistEntry>().AnyAsync(
            e => e.PracticeId == hold.PracticeId && e.Stage == WaitlistStage.Waiting && (e.PractitionerId == null || e.PractitionerId == hold.PractitionerId), cancellationToken);
        if (isWaitedFor)
            Add(db, hold.PracticeId, new FreedTime(hold.PractitionerId, hold.Start, hold.End), FreedBecause.HoldEnded, now);
    }

    public static void Note(ContactCenterDb db, BookingScene scene, Absence absence)
    {
        if (!scene.Book.Practitioners.TryGetValue(new PractitionerId(absence.ResourceId.Value), out var practitioner) || absence.End <= scene.Now)
            return;
        var span = new Interval(Instant.Max(absence.Start, scene.Now), absence.End);
        var pieces = from opening in new OpeningCalendar(scene.Book).Between(practitioner, span)
                     from start in Starts(Instant.Max(opening.Start, span.Start), Instant.Min(opening.End, span.End))
                     select new FreedTime(practitioner.Id, start, Instant.Min(start + Piece, Instant.Min(opening.End, span.End)));
        foreach (var piece in pieces.OrderBy(p => p.Start).Take(MostPieces))
            Add(db, scene.Practice, piece, FreedBecause.AbsenceWithdrawn, scene.Now);
    }

    private static IEnumerable<Instant> Starts(Instant from, Instant to)
    {
        for (var start = from; start < to; start += Piece)
            yield return start;
    }

    private static void Add(ContactCenterDb db, Domain.Practices.PracticeId practice, FreedTime time, FreedBecause because, Instant now) => db.Add(new FreedSlot
    {
        PracticeId = practice, Id = new FreedSlotId(Guid.CreateVersion7()), PractitionerId = time.Practitioner, Start = time.Start, End = time.End,
        Because = because, ReleasedAt = now, LookAt = now,
    });
}
