using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>The appointment that the members of a household have next: most who call, call about it.</summary>
internal sealed class NextVisits(BookingScenes scenes, IClock clock)
{
    public async Task<IReadOnlyList<KnownPatient>> Add(
        ContactCenterDb db, PracticeId practice, IReadOnlyList<KnownPatient> household, CancellationToken cancellationToken)
    {
        if (household.Count == 0 || await scenes.BookOf(db, practice, cancellationToken) is not { } book)
            return household;
        var (now, ids) = (clock.GetCurrentInstant(), household.Select(p => new PatientId(p.PatientId)).ToList());
        var rows = await db.Set<Appointment>()
            .Where(a => a.PracticeId == practice && ids.Contains(a.PatientId) && a.Start > now && (a.State == AppointmentState.Booked || a.State == AppointmentState.Pending))
            .OrderBy(a => a.Start).Take(household.Count * 20)
            .Select(a => new { a.PatientId, a.Start, a.PractitionerId, a.ReasonId }).ToListAsync(cancellationToken);
        var next = rows.GroupBy(a => a.PatientId.Value).ToDictionary(g => g.Key, g => g.First());
        return
        [
            .. household.Select(p => next.GetValueOrDefault(p.PatientId) is { } a
                ? p with
                {
                    Next = new NextVisit(
                        a.Start.InZone(book.Zone).ToDateTimeOffset(), SlotViews.NameOf(ResourceId.Of(a.PractitionerId), book),
                        book.Reasons.GetValueOrDefault(a.ReasonId)?.Label ?? a.ReasonId.Value),
                }
                : p),
        ];
    }
}
