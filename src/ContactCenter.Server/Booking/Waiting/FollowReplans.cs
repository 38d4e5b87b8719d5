using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>Keeps a re-planning in step with its appointments, whoever moved or cancelled them, and with its absence.</summary>
internal sealed class FollowReplans(Store store, IClock clock)
{
    private const int MostAtOnce = 200;

    public Task Pass(CancellationToken cancellationToken) => store.Write(Follow, cancellationToken);

    private async Task Follow(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var running = await db.Set<Replan>().Where(r => r.DoneAt == null).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var replan in running)
        {
            var absence = await db.Set<Absence>().AsNoTracking().SingleAsync(a => a.PracticeId == replan.PracticeId && a.Id == replan.AbsenceId, cancellationToken);
            var items = await db.Set<ReplanItem>().Where(i => i.PracticeId == replan.PracticeId && i.ReplanId == replan.Id && i.State == ReplanItemState.ToCall).ToListAsync(cancellationToken);
            foreach (var item in items)
                await Follow(db, item, absence, now, cancellationToken);
            if (items.Exists(i => i.State == ReplanItemState.ToCall))
                continue;
            replan.DoneAt = now;
            replan.Version++;
        }
    }

    private static async Task Follow(ContactCenterDb db, ReplanItem item, Absence absence, Instant now, CancellationToken cancellationToken)
    {
        var appointment = await db.Set<Appointment>().AsNoTracking().SingleAsync(a => a.PracticeId == item.PracticeId && a.Id == item.AppointmentId, cancellationToken);
        if (Outcome(appointment, absence, now) is not { } outcome)
            return;
        item.Close(outcome);
        await CallTasks.End(db, item.PracticeId, item.Id, CallTaskState.Expired, now, cancellationToken);
    }

    /// <summary>Null while the patient is still to be called.</summary>
    private static ReplanItemState? Outcome(Appointment appointment, Absence absence, Instant now)
    {
        if (appointment.State == AppointmentState.Cancelled)
            return ReplanItemState.CalledOff;
        if (absence.WithdrawnAt is not null)
            return ReplanItemState.Dropped;
        if (appointment.Start >= absence.End || appointment.End <= absence.Start || appointment.Slot.Occupies.All(o => o.Resource != absence.ResourceId))
            return ReplanItemState.Moved;
        return appointment.Start <= now || appointment.State is not (AppointmentState.Booked or AppointmentState.Pending) ? ReplanItemState.Dropped : null;
    }
}
