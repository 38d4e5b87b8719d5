using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>
/// Keeps recalls and the waitlist in step with the calendars and the clock: a recall that comes due becomes a call task, one whose visit is booked is closed
/// by whomever it was booked, one whose visit was cancelled opens again, and who waits too long is taken off.
/// </summary>
internal sealed class FollowRecalls(Store store, BookingScenes scenes, IClock clock)
{
    private const int MostAtOnce = 200;

    public async Task Pass(CancellationToken cancellationToken)
    {
        await store.Write(Close, cancellationToken);
        await store.Write(Reopen, cancellationToken);
        await store.Write(Ring, Rerun.OnConflictOrTakenKey, cancellationToken);
        await store.Write(Lapse, cancellationToken);
    }

    private async Task<int> Close(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var booked = await (
            from recall in db.Set<Recall>()
            where recall.Progress == RecallProgress.Open || recall.Progress == RecallProgress.Calling
            let visit = db.Set<Appointment>().Where(a => a.PracticeId == recall.PracticeId && a.PatientId == recall.PatientId && a.ReasonId == recall.ReasonId
                && a.Start >= recall.WindowStart && a.Start < recall.WindowEnd && a.State != AppointmentState.Cancelled && a.State != AppointmentState.NoShow)
                .OrderBy(a => a.Start).Select(a => (AppointmentId?)a.Id).FirstOrDefault()
            where visit != null
            select new { recall, visit }).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var one in booked)
        {
            one.recall.AppointmentId = one.visit;
            one.recall.Close(RecallProgress.Booked, now);
            await CallTasks.End(db, one.recall.PracticeId, one.recall.Id.Value, CallTaskState.Expired, now, cancellationToken);
        }

        return booked.Count;
    }

    private async Task<int> Reopen(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var lost = await db.Set<Recall>().Where(r => r.Progress == RecallProgress.Booked && db.Set<Appointment>().Any(
            a => a.PracticeId == r.PracticeId && a.Id == r.AppointmentId && (a.State == AppointmentState.Cancelled || a.State == AppointmentState.NoShow)))
            .Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var recall in lost)
        {
            (recall.Progress, recall.AppointmentId, recall.ClosedAt) = (RecallProgress.Open, null, null);
            recall.Version++;
        }

        return lost.Count;
    }

    private async Task<int> Ring(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        // Who asked not to be rung stays on the list, where the practice sees her come due.
        var due = await (
            from recall in db.Set<Recall>()
            where recall.Progress == RecallProgress.Open && recall.CallFrom <= now
            join patient in db.Set<Patient>() on new { recall.PracticeId, Id = recall.PatientId } equals new { patient.PracticeId, patient.Id }
            orderby recall.CallFrom
            select new { recall, patient.Flags }).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var recall in due.Where(d => !d.Flags.HasFlag(PatientFlags.DoNotCall)).Select(d => d.recall))
        {
            recall.Progress = RecallProgress.Calling;
            recall.Version++;
            CallTasks.Recall(db, recall, now);
        }

        return due.Count;
    }

    private async Task<int> Lapse(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var yesterday = now.InUtc().Date.PlusDays(-1);
        var over = await db.Set<WaitlistEntry>().Where(e => e.Stage == WaitlistStage.Waiting && e.Until <= yesterday).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var entry in over)
        {
            if (await scenes.BookOf(db, entry.PracticeId, cancellationToken) is { } book && entry.Until < now.InZone(book.Zone).Date)
                entry.Close(WaitlistStage.Lapsed, now);
        }

        return over.Count;
    }
}
