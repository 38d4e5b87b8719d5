using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Rehearsing;

/// <summary>
/// Goes through a past month's bookings and moves once more, under the rules in force and under others: both see the calendars and the patients as they were
/// then, so that what differs is the rules' doing.
/// </summary>
internal sealed class RehearseRules(Store store, PatientRecords patients)
{
    public Task<Rehearsal> Do(PracticeId practice, YearMonth month, BookingBook now, BookingBook next, CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var (first, last) = (now.Zone.AtStartOfDay(month.ToDateInterval().Start).ToInstant(), now.Zone.AtStartOfDay(month.PlusMonths(1).ToDateInterval().Start).ToInstant());
            var appointments = await Appointments(db, practice, last, token);
            var calendar = new StandingCalendar(now.Zone, appointments);
            var (changes, count) = (new List<RehearsedChange>(), 0);
            var lines = (await db.Set<AgendaEvent>().AsNoTracking().Where(e => e.PracticeId == practice && e.At < last).ToListAsync(token)).InOrder();
            foreach (var line in lines)
            {
                if (line.At >= first && IsBooking(line.Kind) && appointments.TryGetValue(line.Subject, out var appointment))
                {
                    count++;
                    var booking = new PastBooking(line, appointment, calendar.FactsOf(appointment, line.At), calendar);
                    if (Compare(booking, now, next) is { } change)
                        changes.Add(change);
                }

                calendar.Apply(line);
            }

            return new Rehearsal(count, changes);
        },
        cancellationToken);

    private static RehearsedChange? Compare(PastBooking booking, BookingBook now, BookingBook next)
    {
        var before = booking.Under(now);
        var pool = before is { Strength: RuleStrength.Hard, KeptFor: { } kept } ? kept : null;
        if (pool is not null)
            before = booking.Under(now, pool);
        var after = booking.Under(next, pool);
        return before.IsAs(after) ? null : new RehearsedChange(booking, before, after);
    }

    private static bool IsBooking(AgendaEventKind kind) => kind is AgendaEventKind.Booked or AgendaEventKind.Requested or AgendaEventKind.MovedIn;

    private async Task<Dictionary<Guid, BookedBefore>> Appointments(ContactCenterDb db, PracticeId practice, Instant before, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == practice && a.BookedAt < before)
            .Select(a => new { a.Id, a.PatientId, a.ReasonId, a.IsNewPatient, a.Resources }).ToListAsync(cancellationToken);
        var known = new Dictionary<PatientId, (BirthDate? Born, PatientFlags Flags)>();
        foreach (var some in rows.Select(r => r.PatientId).Distinct().Chunk(500))
        {
            foreach (var patient in await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == practice && some.Contains(p.Id)).ToListAsync(cancellationToken))
                known[patient.Id] = (patients.Open(patient).BirthDate is { } day ? new BirthDate(day) : null, patient.Flags);
        }

        return rows.ToDictionary(
            r => r.Id.Value, r => new BookedBefore(r.PatientId, r.ReasonId, r.IsNewPatient, ResourceList.Read(r.Resources), known[r.PatientId].Born, known[r.PatientId].Flags));
    }
}

/// <param name="Count">Bookings and moves of the month.</param>
internal sealed record Rehearsal(int Count, IReadOnlyList<RehearsedChange> Changes);

internal sealed record RehearsedChange(PastBooking Booking, RehearsedOutcome Before, RehearsedOutcome After);
