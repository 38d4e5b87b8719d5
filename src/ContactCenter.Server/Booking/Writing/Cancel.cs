using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Cancels: the steps are free again, the appointment keeps who, when and why.</summary>
internal sealed class Cancel(CalendarWrites writes, ChangeAppointment changes, AppointmentViews views)
{
    private const int LongestReason = 2000;

    public Task<IResult> Handle(Guid practiceId, Guid appointmentId, CancelAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        writes.Do(
            new CalendarAsk(practiceId, key, user, form.CallId, "cancel", appointmentId, form),
            async (db, scene, token) => scene is { Channel: BookingChannel.Agent, Call: null } ? BookingReply.NotFound() : await Write(db, scene, appointmentId, form, token),
            cancellationToken);

    /// <summary>The same inside a unit whose right to do so was seen to.</summary>
    public Task<BookingReply> Write(ContactCenterDb db, BookingScene scene, Guid appointmentId, CancelAppointment form, CancellationToken cancellationToken) =>
        changes.Do(db, scene, appointmentId, form.Version, AppointmentAct.Cancel, (appointment, _) => Write(db, scene, appointment, form, cancellationToken), cancellationToken);

    /// <summary>What every way to end an appointment writes.</summary>
    public static async Task End(
        ContactCenterDb db, BookingScene scene, Appointment appointment, CancelledFor why, AppointmentViews views, string? words, CancellationToken cancellationToken)
    {
        await AgendaLocks.Take(db, scene.Practice, appointment.Slot.Occupies.Select(o => o.Resource.Value), cancellationToken);
        await CalendarRows.GiveBack(db, scene.Practice, appointment.Id, cancellationToken);
        var wasPending = appointment.State == AppointmentState.Pending;
        FreedSlots.Note(db, scene, appointment.Slot, wasPending && why != CancelledFor.Patient ? FreedBecause.Refused : FreedBecause.Cancelled);
        appointment.State = AppointmentState.Cancelled;
        (appointment.CancelledAt, appointment.CancelledIn, appointment.CancelledFor, appointment.DecideBy) = (scene.Now, scene.Call, why, null);
        appointment.CancelledBy = scene.User == Guid.Empty ? null : scene.User;
        if (!string.IsNullOrWhiteSpace(words))
            appointment.Box = views.Seal(scene.Practice, appointment.Id, views.Words(appointment) with { CancelReason = words.Trim() });
        AgendaEvents.Of(db, scene, AgendaEventKind.Cancelled, appointment, appointment.Slot, []);
    }

    private async Task<BookingReply?> Write(
        ContactCenterDb db, BookingScene scene, Appointment appointment, CancelAppointment form, CancellationToken cancellationToken)
    {
        if (form.Reason?.Length > LongestReason)
            return BookingReply.Invalid("reason", BookingWords.TooLong(scene.Culture));
        if (!Enum.IsDefined(form.By) || (form.By == CancelledBy.Us && scene.Channel != BookingChannel.Agent))
            return BookingReply.Invalid("by", BookingWords.WrongCanceller(scene.Culture));
        await End(db, scene, appointment, On(form.By), views, form.Reason, cancellationToken);
        return null;
    }

    private static CancelledFor On(CancelledBy wish) => wish switch
    {
        CancelledBy.Patient => CancelledFor.Patient,
        CancelledBy.Practice => CancelledFor.Practice,
        CancelledBy.Us => CancelledFor.Us,
    };
}
