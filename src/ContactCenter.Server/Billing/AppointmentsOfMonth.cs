using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>
/// Appointments booked or moved in calls, as far as money is concerned. The row of a moved appointment moves with it, so what it was before and in
/// which call it moved is read from the calendar's events: each move in a call is an appointment that replaces the one before.
/// </summary>
internal static class AppointmentsOfMonth
{
    private static readonly List<AgendaEventKind> Placing = [AgendaEventKind.Booked, AgendaEventKind.Requested, AgendaEventKind.MovedIn];

    public static async Task<IReadOnlyList<BookedAppointment>> Read(
        ContactCenterDb db, PracticeId practice, Interval month, CancellationToken cancellationToken)
    {
        var (from, to) = (month.Start, month.End);
        var moved = (await db.Set<AgendaEvent>().AsNoTracking()
            .Where(e => e.PracticeId == practice && e.Kind == AgendaEventKind.MovedIn && e.At >= from && e.At < to && e.CallId != null)
            .Select(e => e.Subject).Distinct().ToListAsync(cancellationToken)).Select(s => new AppointmentId(s)).ToList();
        var rows = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == practice && ((a.CallId != null && a.BookedAt >= from && a.BookedAt < to) || moved.Contains(a.Id)))
            .ToListAsync(cancellationToken);
        var subjects = rows.Select(r => r.Id.Value).ToList();
        var events = await db.Set<AgendaEvent>().AsNoTracking()
            .Where(e => e.PracticeId == practice && subjects.Contains(e.Subject) && Placing.Contains(e.Kind)).ToListAsync(cancellationToken);
        var bySubject = events.InOrder().ToLookup(e => e.Subject);
        return [.. rows.SelectMany(r => Of(r, [.. bySubject[r.Id.Value]]))];
    }

    private static IEnumerable<BookedAppointment> Of(Appointment row, IReadOnlyList<AgendaEvent> events)
    {
        var end = EndOf(row);
        var (first, moves) = (events.FirstOrDefault(e => e.Kind != AgendaEventKind.MovedIn), events.Where(e => e.Kind == AgendaEventKind.MovedIn));
        if (row.CallId is { } booking)
            yield return new BookedAppointment(
                row.Id.Value, booking, row.BookedAt, row.PatientId.Value, first?.ResourceId.Value ?? row.PractitionerId.Value, first?.Start ?? row.Start, null, end);
        var before = row.Id.Value;
        foreach (var move in moves)
        {
            // The practice moves its own appointments for nothing.
            if (move.CallId is { } call)
                yield return new BookedAppointment(move.Id, call, move.At, row.PatientId.Value, move.ResourceId.Value, move.Start, before, end);
            before = move.Id;
        }
    }

    private static AppointmentEnd EndOf(Appointment appointment) => appointment.State != AppointmentState.Cancelled ? AppointmentEnd.None
        : appointment.CancelledFor switch
        {
            CancelledFor.Patient => AppointmentEnd.CancelledByPatient,
            CancelledFor.Practice or CancelledFor.NoDecision => AppointmentEnd.CancelledByPractice,
            CancelledFor.Us => AppointmentEnd.CancelledByUs,
            // Nobody's wish is on record: in doubt the practice does not pay for it.
            null => AppointmentEnd.CancelledByUs,
        };
}
