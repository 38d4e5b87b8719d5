using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients.File;

/// <summary>What was written about a patient: with her appointments, in messages, in the calls in which either was made, and in those about her.</summary>
internal sealed class Timeline(AppointmentViews appointments, Sealer sealer)
{
    private const int Shown = 30;

    public async Task<IReadOnlyList<TimelineEntry>> Of(ContactCenterDb db, PracticeId practice, PatientId patient, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var booked = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == practice && a.PatientId == patient)
            .OrderByDescending(a => a.BookedAt).Take(Shown).ToListAsync(cancellationToken);
        var messages = await db.Set<PracticeMessage>().AsNoTracking().Where(m => m.PracticeId == practice && m.PatientId == patient)
            .OrderByDescending(m => m.TakenAt).Take(Shown).ToListAsync(cancellationToken);
        var ids = booked.SelectMany(a => new[] { a.CallId, a.CancelledIn }).Concat(messages.Select(m => m.CallId)).OfType<CallId>().Distinct().ToList();
        var calls = await db.Set<CallRecord>().AsNoTracking()
            .Where(c => c.PracticeId == practice && c.Notes != null && (c.PatientId == patient || ids.Contains(c.Id)))
            .OrderByDescending(c => c.ArrivedAt).Take(Shown).ToListAsync(cancellationToken);
        return
        [
            .. booked.SelectMany(a => OfAppointment(a, zone))
                .Concat(messages.Select(m => Entry(m.TakenAt, "Call", sealer.Open<MessageContent>(m.Row, m.Box).Text, zone)))
                .Concat(calls.Select(c => Entry(c.ArrivedAt, "Call", sealer.Open<string>(CallNotes.RowOf(c), c.Notes!), zone)))
                .OrderByDescending(e => e.At).Take(Shown),
        ];
    }

    private IEnumerable<TimelineEntry> OfAppointment(Appointment appointment, DateTimeZone zone)
    {
        var words = appointments.Words(appointment);
        if (words.Note is { } note)
            yield return Entry(appointment.BookedAt, "Appointment", note, zone);
        if (words.CancelReason is { } reason)
            yield return Entry(appointment.CancelledAt ?? appointment.BookedAt, "Appointment", reason, zone);
    }

    private static TimelineEntry Entry(Instant at, string kind, string text, DateTimeZone zone) => new(at.InZone(zone).ToDateTimeOffset(), kind, text);
}
