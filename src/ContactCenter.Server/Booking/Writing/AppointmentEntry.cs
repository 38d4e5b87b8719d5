using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using NodaTime;
using static ContactCenter.Server.Hosting.Texts;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>A slot that the rules let through.</summary>
/// <param name="Rules">Those that a written reason outweighs or the practice is asked about.</param>
/// <param name="DecideBy">Of a pending one; null: it is booked at once.</param>
/// <param name="Case">The patient's case that it is for.</param>
internal sealed record Booked(AppointmentId Id, Slot Slot, IReadOnlyList<Finding> Rules, Instant? DecideBy, Guid? Series = null, CaseId? Case = null);

/// <summary>Writes an appointment into its calendar, with its steps and its line of history.</summary>
internal sealed class AppointmentEntry(AppointmentViews views)
{
    public async Task<Appointment> Enter(ContactCenterDb db, BookingScene scene, SlotWish wish, Booked booked, AppointmentWords words, CancellationToken cancellationToken)
    {
        var slot = booked.Slot;
        var appointment = new Appointment
        {
            PracticeId = scene.Practice, Id = booked.Id, PatientId = wish.Patient!.Value, ReasonId = wish.Reason.Id, SeriesId = booked.Series, CaseId = booked.Case,
            PractitionerId = slot.Practitioner, Start = slot.Start, End = slot.End, Lane = slot.Lane, Resources = ResourceList.Write(slot.Resources),
            IsNewPatient = wish.Facts.IsNewWith(slot.Practitioner),
            State = booked.DecideBy is null ? AppointmentState.Booked : AppointmentState.Pending, DecideBy = booked.DecideBy,
            CallId = scene.Call, BookedBy = scene.User, BookedAt = scene.Now, Rules = scene.Book.Version.ToString(),
            Box = views.Seal(scene.Practice, booked.Id, new AppointmentWords(Filled(words.Note), Filled(words.Justification))),
        };
        await Holds.TurnInto(db, scene, slot, booked.Id, cancellationToken);
        db.Add(appointment);
        AgendaEvents.Of(db, scene, booked.DecideBy is null ? AgendaEventKind.Booked : AgendaEventKind.Requested, appointment, slot, booked.Rules);
        return appointment;
    }
}
