using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Patients.Accounts;
using ContactCenter.Server.Storage;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Notes what became of an appointment on its day: the patient is there, was seen, did not come.</summary>
internal sealed class Mark(CalendarWrites writes, ChangeAppointment changes)
{
    public Task<IResult> Arrive(Guid practiceId, Guid appointmentId, MarkAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Do(practiceId, appointmentId, form, key, user, AppointmentAct.Arrive, AgendaEventKind.Arrived, cancellationToken);

    public Task<IResult> Fulfil(Guid practiceId, Guid appointmentId, MarkAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Do(practiceId, appointmentId, form, key, user, AppointmentAct.Fulfil, AgendaEventKind.Fulfilled, cancellationToken);

    public Task<IResult> NoShow(Guid practiceId, Guid appointmentId, MarkAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Do(practiceId, appointmentId, form, key, user, AppointmentAct.MissIt, AgendaEventKind.NoShow, cancellationToken);

    private Task<IResult> Do(
        Guid practiceId, Guid appointmentId, MarkAppointment form, IdempotencyKey key, ClaimsPrincipal user, AppointmentAct act, AgendaEventKind kind, CancellationToken cancellationToken) =>
        writes.Do(
            new CalendarAsk(practiceId, key, user, null, $"{act}", appointmentId, form),
            (db, scene, token) => changes.Do(db, scene, appointmentId, form.Version, act, (appointment, after) => Task.FromResult(Write(db, scene, appointment, after, act, kind)), token),
            cancellationToken);

    private static BookingReply? Write(ContactCenterDb db, BookingScene scene, Appointment appointment, AppointmentState after, AppointmentAct act, AgendaEventKind kind)
    {
        var isTooEarly = act == AppointmentAct.Arrive ? scene.DateOf(appointment.Start) > scene.Today : appointment.Start > scene.Now;
        if (isTooEarly)
            return BookingReply.Conflict(BookingProblems.WrongState, BookingWords.TooEarly(scene.Culture));
        appointment.State = after;
        if (after == AppointmentState.Fulfilled)
            Charges.Enter(db, scene, appointment);
        AgendaEvents.Of(db, scene, kind, appointment, appointment.Slot, []);
        return null;
    }
}
