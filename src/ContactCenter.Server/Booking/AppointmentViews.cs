using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>Appointments and slots as they go to the screen, with the practice's own offset.</summary>
internal sealed class AppointmentViews(PatientRecords patients, Sealer sealer)
{
    public static SealedRow NoteRow(PracticeId practice, AppointmentId id) => new("Appointments.Note", practice, id.Value);

    public static SealedRow CancelRow(PracticeId practice, AppointmentId id) => new("Appointments.Cancel", practice, id.Value);

    public byte[]? SealNote(PracticeId practice, AppointmentId id, string? note) => string.IsNullOrWhiteSpace(note) ? null : sealer.Seal(NoteRow(practice, id), note);

    public byte[]? SealCancelReason(PracticeId practice, AppointmentId id, string? reason) => string.IsNullOrWhiteSpace(reason) ? null : sealer.Seal(CancelRow(practice, id), reason);

    public async Task<List<AppointmentView>> Of(ContactCenterDb db, BookingBook book, IReadOnlyList<Appointment> appointments, CancellationToken cancellationToken)
    {
        if (appointments.Count == 0)
            return [];
        var practice = appointments[0].PracticeId;
        var ids = appointments.Select(a => a.PatientId).Distinct().ToList();
        var rows = await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == practice && ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var names = rows.ToDictionary(p => p.Id, p => patients.Open(p).Name.Display);
        return [.. appointments.Select(a => View(a, book, names.GetValueOrDefault(a.PatientId, "?")))];
    }

    public async Task<AppointmentView> Of(ContactCenterDb db, BookingBook book, Appointment appointment, CancellationToken cancellationToken) =>
        (await Of(db, book, [appointment], cancellationToken))[0];

    public static SlotView View(Slot slot, BookingBook book) =>
        new(slot.Practitioner.Value, book.Practitioners[slot.Practitioner].Name, Local(slot.Start, book), Local(slot.End, book));

    public static DateTimeOffset Local(Instant at, BookingBook book) => at.InZone(book.Zone).ToDateTimeOffset();

    private AppointmentView View(Appointment a, BookingBook book, string patient)
    {
        var reason = book.Reasons.GetValueOrDefault(a.ReasonId);
        return new AppointmentView(
            a.Id.Value, a.Version, a.PractitionerId.Value, book.Practitioners.GetValueOrDefault(a.PractitionerId)?.Name ?? a.PractitionerId.Value, a.PatientId.Value, patient,
            a.ReasonId.Value, reason?.Label ?? a.ReasonId.Value, Local(a.Start, book), Local(a.End, book), a.State, BookingCertainty.Confirmed,
            a.Note is { } note ? sealer.Open<string>(NoteRow(a.PracticeId, a.Id), note) : null, reason?.Preparation ?? []);
    }
}
