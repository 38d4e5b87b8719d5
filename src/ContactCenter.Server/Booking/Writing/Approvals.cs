using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>The practice decides on pending appointments; when it does not in time, its fallback does. Until then the slot is locked.</summary>
internal sealed class Approvals(CalendarWrites writes, ChangeAppointment changes, AppointmentViews views, Store store, BookingScenes scenes)
{
    public Task<IResult> Approve(Guid practiceId, Guid appointmentId, MarkAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        writes.Do(
            new CalendarAsk(practiceId, key, user, null, "approve", appointmentId, form),
            (db, scene, token) => changes.Do(db, scene, appointmentId, form.Version, AppointmentAct.Approve, (appointment, _) => Task.FromResult(Accept(db, scene, appointment)), token),
            cancellationToken);

    public Task<IResult> Refuse(Guid practiceId, Guid appointmentId, MarkAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        writes.Do(
            new CalendarAsk(practiceId, key, user, null, "refuse", appointmentId, form),
            (db, scene, token) => changes.Do(
                db, scene, appointmentId, form.Version, AppointmentAct.Refuse,
                async (appointment, _) =>
                {
                    await Cancel.End(db, scene, appointment, CancelledFor.Practice, views, form.Reason, token);
                    CallTasks.TellRefusal(db, scene, appointment);
                    return null;
                },
                token),
            cancellationToken);

    /// <summary>What waits for a decision, the most pressing first.</summary>
    public Task<IResult> List(Guid practiceId, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            var rows = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && a.State == AppointmentState.Pending)
                .OrderBy(a => a.DecideBy).ThenBy(a => a.Start).ToListAsync(token);
            var shown = await views.Of(db, rows, scene, token);
            return TypedResults.Ok(rows.Zip(shown, (row, view) => new ApprovalView(view, views.Words(row).Justification, scene.Local(row.BookedAt))).ToList());
        },
        cancellationToken);

    /// <summary>Settles what the practice did not decide in time. Any node may; of several one does it.</summary>
    /// <returns>The days that changed.</returns>
    public async Task<IReadOnlyList<(PracticeId Practice, DateOnly Day)>> SettleDue(Instant now, CancellationToken cancellationToken)
    {
        var due = await store.Read(
            (db, token) => db.Set<Appointment>().Where(a => a.DecideBy <= now && a.State == AppointmentState.Pending).Select(a => new { a.PracticeId, a.Id }).ToListAsync(token),
            cancellationToken);
        var changed = new List<(PracticeId, DateOnly)>();
        foreach (var one in due)
        {
            if (await store.Write((db, token) => Settle(db, one.PracticeId, one.Id, now, token), Rerun.OnConflictOrTakenKey, cancellationToken) is { } day)
                changed.Add((one.PracticeId, day));
        }

        return changed;
    }

    private async Task<DateOnly?> Settle(ContactCenterDb db, PracticeId practice, AppointmentId id, Instant now, CancellationToken cancellationToken)
    {
        var appointment = await db.Set<Appointment>().SingleAsync(a => a.PracticeId == practice && a.Id == id, cancellationToken);
        if (appointment.State != AppointmentState.Pending || !(appointment.DecideBy <= now) || await scenes.BookOf(db, practice, cancellationToken) is not { } book)
            return null;
        var scene = new BookingScene(practice, book, Guid.Empty, BookingChannel.Practice, null, "fr-FR", now);
        switch (book.Approval.Fallback)
        {
            case ApprovalFallback.Accept:
                appointment.State = AppointmentState.Booked;
                Accept(db, scene, appointment);
                break;
            case ApprovalFallback.Refuse:
                await Cancel.End(db, scene, appointment, CancelledFor.NoDecision, views, null, cancellationToken);
                CallTasks.TellRefusal(db, scene, appointment);
                break;
        }

        appointment.Version++;
        return scene.DateOf(appointment.Start).ToDateOnly();
    }

    private static BookingReply? Accept(ContactCenterDb db, BookingScene scene, Appointment appointment)
    {
        appointment.DecideBy = null;
        appointment.State = AppointmentState.Booked;
        AgendaEvents.Of(db, scene, AgendaEventKind.Approved, appointment, appointment.Slot, []);
        return null;
    }
}
