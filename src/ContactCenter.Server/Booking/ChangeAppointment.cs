using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>Moves and cancels. A move gives the old time up and takes the new in one transaction: when the new is gone the old is kept.</summary>
internal static class ChangeAppointment
{
    public static async Task<IResult> Move(
        Guid practiceId, Guid appointmentId, MoveAppointment form, IdempotencyKey key, ClaimsPrincipal user, BookingDesk desk, OnceOnly once, AgendaSignals agendas, CancellationToken cancellationToken)
    {
        var outcome = await once.Do(new(practiceId), key.Value, new { appointmentId, form }, (db, token) => Move(db, practiceId, new AppointmentId(appointmentId), form, user, desk, token), o => o.IsDone, cancellationToken);
        agendas.Raise(practiceId, outcome.Appointment);
        return outcome.Answer(user.Culture());
    }

    public static async Task<IResult> Cancel(
        Guid practiceId, Guid appointmentId, CancelAppointment form, IdempotencyKey key, ClaimsPrincipal user, BookingDesk desk, OnceOnly once, AgendaSignals agendas, CancellationToken cancellationToken)
    {
        var outcome = await once.Do(new(practiceId), key.Value, new { appointmentId, form }, (db, token) => Cancel(db, practiceId, new AppointmentId(appointmentId), form, user, desk, token), o => o.IsDone, cancellationToken);
        agendas.Raise(practiceId, outcome.Appointment);
        return outcome.Answer(user.Culture());
    }

    private static async Task<BookingOutcome> Move(
        ContactCenterDb db, Guid practiceId, AppointmentId id, MoveAppointment form, ClaimsPrincipal user, BookingDesk desk, CancellationToken cancellationToken)
    {
        var (found, refused) = await Find(db, practiceId, id, form.CallId, form.Version, user, desk, cancellationToken);
        if (found is not var (scene, appointment))
            return refused!;
        var practitioner = new PractitionerId(form.PractitionerId);
        var decision = BookingRules.Decide(appointment.ReasonId, practitioner, Instant.FromDateTimeOffset(form.Start), false, scene.ByPractice, scene.Book, scene.Now);
        if (decision is MayNotBook no)
            return new BookingOutcome(Refused: no);
        var may = (MayBook)decision;
        var length = appointment.PractitionerId == practitioner ? appointment.End - appointment.Start : may.Slot.End - may.Slot.Start;
        var slot = may.Slot with { End = may.Slot.Start + length };
        await Calendar.SweepExpired(db, scene.Practice, practitioner, scene.Now, cancellationToken);
        if (form.HoldId is { } hold && form.CallId is { } call)
            await Holds.GiveUpOwn(db, scene.Practice, new HoldId(hold), new CallId(call), cancellationToken);
        if (!await IsFreeFor(db, scene, slot, id, cancellationToken))
            return await BookingDesk.Taken(db, scene, slot, may.Reason, cancellationToken);
        await Calendar.GiveBack(db, scene.Practice, id, cancellationToken);
        Calendar.Take(db, scene.Practice, slot, id, null);
        (appointment.PractitionerId, appointment.Start, appointment.End) = (practitioner, slot.Start, slot.End);
        return await Save(db, scene, appointment, form.CallId, desk, cancellationToken);
    }

    private static async Task<BookingOutcome> Cancel(
        ContactCenterDb db, Guid practiceId, AppointmentId id, CancelAppointment form, ClaimsPrincipal user, BookingDesk desk, CancellationToken cancellationToken)
    {
        var (found, refused) = await Find(db, practiceId, id, form.CallId, form.Version, user, desk, cancellationToken);
        if (found is not var (scene, appointment))
            return refused!;
        await Calendar.GiveBack(db, scene.Practice, id, cancellationToken);
        appointment.State = AppointmentState.Cancelled;
        (appointment.CancelledAt, appointment.CancelledBy) = (scene.Now, scene.User);
        appointment.CancelledIn = form.CallId is { } call ? new CallId(call) : null;
        appointment.CancelReason = desk.Views.SealCancelReason(scene.Practice, id, form.Reason);
        return await Save(db, scene, appointment, form.CallId, desk, cancellationToken);
    }

    private static async Task<((BookingScene, Appointment)?, BookingOutcome?)> Find(
        ContactCenterDb db, Guid practiceId, AppointmentId id, Guid? callId, int version, ClaimsPrincipal user, BookingDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Scene(db, practiceId, user, cancellationToken) is not { } scene)
            return (null, BookingOutcome.NotFound);
        if (await BookingDesk.RefuseCall(db, scene, callId, cancellationToken) is { } refused)
            return (null, refused);
        var appointment = await db.Set<Appointment>().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == id, cancellationToken);
        if (appointment is null)
            return (null, BookingOutcome.NotFound);
        return appointment.Version == version && appointment.State is AppointmentState.Booked or AppointmentState.Pending
            ? ((scene, appointment), null)
            : (null, new BookingOutcome(Problem: BookingProblems.Outdated, ProblemStatus: StatusCodes.Status409Conflict));
    }

    private static async Task<bool> IsFreeFor(ContactCenterDb db, BookingScene scene, Slot slot, AppointmentId self, CancellationToken cancellationToken)
    {
        var (from, to) = (Step.At(slot.Start), Step.AtOrAfter(slot.End));
        return !await db.Set<Occupancy>().AnyAsync(o => o.PracticeId == scene.Practice && o.PractitionerId == slot.Practitioner && o.Lane == 0 && o.Step >= from && o.Step < to
            && o.AppointmentId != self, cancellationToken)
            && !await db.Set<Absence>().AnyAsync(a => a.PracticeId == scene.Practice && a.PractitionerId == slot.Practitioner && a.Start < slot.End && a.End > slot.Start, cancellationToken);
    }

    private static async Task<BookingOutcome> Save(ContactCenterDb db, BookingScene scene, Appointment appointment, Guid? call, BookingDesk desk, CancellationToken cancellationToken)
    {
        appointment.Version++;
        db.Add(History.Of(appointment, scene, call is { } id ? new CallId(id) : null));
        await db.SaveChangesAsync(cancellationToken);
        return new BookingOutcome(Appointment: await desk.Views.Of(db, scene.Book, appointment, cancellationToken));
    }
}
