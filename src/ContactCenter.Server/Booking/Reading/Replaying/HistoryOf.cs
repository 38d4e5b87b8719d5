using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.Replaying;

/// <summary>Reads what the replay of some days needs of the history.</summary>
internal static class HistoryOf
{
    /// <summary>What stood in these days at the moment.</summary>
    public static async Task<List<AgendaEvent>> Days(ContactCenterDb db, BookingScene scene, Interval days, Instant at, CancellationToken cancellationToken)
    {
        var (from, to, practice) = (days.Start, days.End, scene.Practice);
        var over = await RunOut(db, scene, at, cancellationToken);
        // Whoever was ever in these days may have left them before the moment: all of its lines decide.
        var subjects = await db.Set<AgendaEvent>().AsNoTracking()
            .Where(e => e.PracticeId == practice && e.Start < to && e.End > from && e.At <= at).Select(e => e.Subject).Distinct().ToListAsync(cancellationToken);
        List<AgendaEvent> events = [];
        foreach (var some in subjects.Chunk(500))
        {
            events.AddRange(await db.Set<AgendaEvent>().AsNoTracking()
                .Where(e => e.PracticeId == practice && some.Contains(e.Subject) && e.At <= at).ToListAsync(cancellationToken));
        }

        var standing = AgendaThen.Standing(events, at).Where(e => e.Start < to && e.End > from).ToList();
        return [.. standing.Where(e => e.Kind != AgendaEventKind.Held || !over.Contains(e.Subject)).OrderBy(e => e.Start).ThenBy(e => e.Subject)];
    }

    /// <summary>When these days changed last before a moment and first after it, as far as it is past; either may be missing.</summary>
    public static async Task<(Instant? Earlier, Instant? Later)> ChangesAround(
        ContactCenterDb db, BookingScene scene, Interval days, Instant at, CancellationToken cancellationToken)
    {
        var (from, to, practice) = (days.Start, days.End, scene.Practice);
        var events = db.Set<AgendaEvent>().Where(e => e.PracticeId == practice && e.Start < to && e.End > from);
        return (
            await events.Where(e => e.At < at).MaxAsync(e => (Instant?)e.At, cancellationToken),
            await events.Where(e => e.At > at).MinAsync(e => (Instant?)e.At, cancellationToken));
    }

    /// <summary>
    /// Holds that had run out by then, though nobody has come by yet to write it down. Asked before the lines are read: a hold that goes in between has its
    /// line then.
    /// </summary>
    private static async Task<HashSet<Guid>> RunOut(ContactCenterDb db, BookingScene scene, Instant at, CancellationToken cancellationToken) =>
        (await db.Set<SlotHold>().Where(h => h.PracticeId == scene.Practice && h.ExpiresAt <= at).Select(h => h.Id).ToListAsync(cancellationToken))
            .Select(h => h.Value).ToHashSet();
}
