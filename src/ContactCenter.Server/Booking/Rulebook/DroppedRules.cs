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
            .Where(a => a.PracticeId == standing.Practice.Id && a.Start > now && (a.State == AppointmentState.Booked || a.State == AppointmentState.Pending))
            .Select(a => new { a.ReasonId, a.PractitionerId, a.Resources }).ToListAsync(cancellationToken);
        var book = standing.Book;
        return
        [
            .. coming.Where(a => book.Reasons.ContainsKey(a.ReasonId) && !next.Reasons.ContainsKey(a.ReasonId)).GroupBy(a => a.ReasonId)
                .Select(g => new DroppedRule(DroppedKind.Reason, g.Key.Value, book.Reasons[g.Key].Label, g.Count())),
            .. coming.Where(a => book.Practitioners.ContainsKey(a.PractitionerId) && !next.Practitioners.ContainsKey(a.PractitionerId)).GroupBy(a => a.PractitionerId)
                .Select(g => new DroppedRule(DroppedKind.Practitioner, g.Key.Value, SlotViews.NameOf(new ResourceId(g.Key.Value), book), g.Count())),
            .. coming.SelectMany(a => ResourceList.Read(a.Resources)).Where(r => book.Resources.ContainsKey(r) && !next.Resources.ContainsKey(r)).GroupBy(r => r)
                .Select(g => new DroppedRule(DroppedKind.Resource, g.Key.Value, SlotViews.NameOf(g.Key, book), g.Count())),
        ];
    }
}
