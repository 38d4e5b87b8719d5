using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>Books: the hold of this call becomes the appointment, or free steps are taken. All or nothing, and once however often it is sent.</summary>
internal static class BookAppointmentHandler
{
    public static async Task<IResult> Handle(
        Guid practiceId, BookAppointment form, IdempotencyKey key, ClaimsPrincipal user, BookingDesk desk, OnceOnly once, AgendaSignals agendas, CancellationToken cancellationToken)
    {
        var id = new AppointmentId(Guid.CreateVersion7());
        var outcome = await once.Do(new(practiceId), key.Value, form, (db, token) => Book(db, practiceId, id, form, user, desk, token), o => o.IsDone, cancellationToken);
        agendas.Raise(practiceId, outcome.Appointment);
        return outcome.Answer(user.Culture(), StatusCodes.Status201Created);
    }

    private static async Task<BookingOutcome> Book(
        ContactCenterDb db, Guid practiceId, AppointmentId id, BookAppointment form, ClaimsPrincipal user, BookingDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Scene(db, practiceId, user, cancellationToken) is not { } scene)
            return BookingOutcome.NotFound;
        if (await BookingDesk.RefuseCall(db, scene, form.CallId, cancellationToken) is { } refused)
            return refused;
        var (patient, practitioner) = (new PatientId(form.PatientId), new PractitionerId(form.PractitionerId));
        if (!await BookingDesk.Knows(db, scene.Practice, patient, cancellationToken))
            return BookingOutcome.NotFound;
        var isNew = await BookingDesk.IsNewPatient(db, scene.Practice, patient, practitioner, cancellationToken);
        var decision = BookingRules.Decide(new VisitReasonId(form.VisitReasonId), practitioner, Instant.FromDateTimeOffset(form.Start), isNew, scene.ByPractice, scene.Book, scene.Now);
        if (decision is MayNotBook no)
            return new BookingOutcome(Refused: no);
        var may = (MayBook)decision;
        await Calendar.SweepExpired(db, scene.Practice, practitioner, scene.Now, cancellationToken);
        if (form.HoldId is { } hold && form.CallId is { } call)
            await Holds.GiveUpOwn(db, scene.Practice, new HoldId(hold), new CallId(call), cancellationToken);
        if (!await Calendar.IsFree(db, scene.Practice, may.Slot, cancellationToken))
            return await BookingDesk.Taken(db, scene, may.Slot, may.Reason, cancellationToken);
        Calendar.Take(db, scene.Practice, may.Slot, id, null);
        var appointment = new Appointment
        {
            PracticeId = scene.Practice, Id = id, PatientId = patient, PractitionerId = practitioner, ReasonId = may.Reason.Id, Start = may.Slot.Start, End = may.Slot.End,
            CallId = form.CallId is { } callId ? new CallId(callId) : null, BookedBy = scene.User, BookedAt = scene.Now, Note = desk.Views.SealNote(scene.Practice, id, form.Note),
        };
        db.Add(appointment);
        db.Add(History.Of(appointment, scene, appointment.CallId));
        await db.SaveChangesAsync(cancellationToken);
        return new BookingOutcome(Appointment: await desk.Views.Of(db, scene.Book, appointment, cancellationToken));
    }
}

internal static class History
{
    public static AppointmentChange Of(Appointment a, BookingScene scene, CallId? call) => new()
    {
        PracticeId = a.PracticeId, AppointmentId = a.Id, Version = a.Version, State = a.State, PractitionerId = a.PractitionerId, Start = a.Start, End = a.End,
        At = scene.Now, By = scene.User, CallId = call,
    };
}
