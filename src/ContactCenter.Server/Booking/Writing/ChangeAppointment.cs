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
            return await Outdated(db, scene, appointment, version, cancellationToken);
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

    /// <summary>Says what was done since, by whom and when, and shows it as it is: so that whoever began from an older version may begin again.</summary>
    private async Task<BookingReply> Outdated(ContactCenterDb db, BookingScene scene, Appointment appointment, int version, CancellationToken cancellationToken)
    {
        var history = await AppointmentEvents.Of(db, scene, appointment.Id, cancellationToken);
        var changes = AppointmentEvents.Latest(history, Math.Max(0, appointment.Version - version));
        return BookingReply.Conflict(
            BookingProblems.Outdated, ChangeWords.Outdated(changes.Count > 0 ? changes[^1] : null, scene),
            (BookingProblems.CurrentField, await views.Of(db, appointment, scene, cancellationToken)), (BookingProblems.ChangesField, changes));
    }

    private async Task<BookingReply> Conflict(
        ContactCenterDb db, BookingScene scene, Appointment appointment, string code, string sentence, CancellationToken cancellationToken) =>
        BookingReply.Conflict(code, sentence, (BookingProblems.CurrentField, await views.Of(db, appointment, scene, cancellationToken)));
}
