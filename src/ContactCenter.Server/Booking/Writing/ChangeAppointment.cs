using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>What all changes of an appointment share: it is found in the version that was seen, its life admits the act, and it is written down.</summary>
internal sealed class ChangeAppointment(AppointmentViews views)
{
    /// <summary>Runs <paramref name="change"/> on the appointment, or answers why not.</summary>
    public async Task<BookingReply> Do(
        ContactCenterDb db, BookingScene scene, Guid id, int version, AppointmentAct act,
        Func<Appointment, AppointmentState, Task<BookingReply?>> change, CancellationToken cancellationToken)
    {
        var appointment = await db.Set<Appointment>().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == new AppointmentId(id), cancellationToken);
        if (appointment is null)
            return BookingReply.NotFound();
        if (appointment.Version != version)
            return await Conflict(db, scene, appointment, BookingProblems.Outdated, BookingWords.Outdated(scene.Culture), cancellationToken);
        if (AppointmentLifecycle.After(appointment.State, act) is not { } after)
            return await Conflict(db, scene, appointment, BookingProblems.WrongState, BookingWords.WrongState(appointment.State, scene.Culture), cancellationToken);
        var before = scene.DateOf(appointment.Start);
        if (await change(appointment, after) is { } refused)
            return refused;
        appointment.State = after;
        appointment.Version++;
        return BookingReply.Of(
            await views.Of(db, appointment, scene, cancellationToken), [.. new[] { before, scene.DateOf(appointment.Start) }.Distinct().Select(d => d.ToDateOnly())]);
    }

    private async Task<BookingReply> Conflict(
        ContactCenterDb db, BookingScene scene, Appointment appointment, string code, string sentence, CancellationToken cancellationToken) =>
        BookingReply.Conflict(code, sentence, (BookingProblems.CurrentField, await views.Of(db, appointment, scene, cancellationToken)));
}
