using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>What coming appointments use and other rules would not know any more. They stay as they are booked; it is said before.</summary>
internal static class DroppedRules
{
    public static async Task<IReadOnlyList<DroppedRule>> Of(
        ContactCenterDb db, StandingRules standing, BookingBook next, Instant now, CancellationToken cancellationToken)
    {
        var coming = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == standing.Practice.Id && a.Start > now)
            .Where(a => a.State == AppointmentState.Booked || a.State == AppointmentState.Pending)
            .Select(a => new { a.ReasonId, a.PractitionerId, a.Resources }).ToListAsync(cancellationToken);
        var book = standing.Book;
        return
        [
            .. coming.GroupBy(a => a.ReasonId).Where(g => book.Reasons.ContainsKey(g.Key) && !next.Reasons.ContainsKey(g.Key))
                .Select(g => new DroppedRule(DroppedKind.Reason, g.Key.Value, book.Reasons[g.Key].Label, g.Count())),
            .. coming.GroupBy(a => a.PractitionerId).Where(g => book.Practitioners.ContainsKey(g.Key) && !next.Practitioners.ContainsKey(g.Key))
                .Select(g => new DroppedRule(DroppedKind.Practitioner, g.Key.Value, SlotViews.NameOf(new ResourceId(g.Key.Value), book), g.Count())),
            .. coming.SelectMany(a => ResourceList.Read(a.Resources)).GroupBy(r => r).Where(g => book.Resources.ContainsKey(g.Key) && !next.Resources.ContainsKey(g.Key))
                .Select(g => new DroppedRule(DroppedKind.Resource, g.Key.Value, SlotViews.NameOf(g.Key, book), g.Count())),
        ];
    }
}
