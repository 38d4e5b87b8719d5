using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Tasks;

/// <param name="Refusal">Why it could not be done; nothing was changed then.</param>
internal sealed record SubjectSettled(BookingReply? Refusal, AppointmentView? Appointment, IReadOnlyList<DateOnly> Days)
{
    public static SubjectSettled Nothing { get; } = new(null, null, []);

    public static SubjectSettled Refused(BookingReply reply) => new(reply, null, []);
}

/// <summary>What an outcome means for what the task stands on. What is booked, moved or called off goes the way of all bookings.</summary>
internal sealed class SettleSubject(Book book, Move move, Cancel cancel)
{
    public Task<SubjectSettled> Settle(
        ContactCenterDb db, BookingScene scene, CallTask task, SettleCallTask form, AfterCall after, CancellationToken cancellationToken) => task.Kind switch
        {
            CallTaskKind.SlotOffer => Offer(db, scene, task, form, after, cancellationToken),
            CallTaskKind.Recall => Recall(db, scene, task, form, after, cancellationToken),
            CallTaskKind.Replan => Replan(db, scene, task, form, after, cancellationToken),
            CallTaskKind.TellRefusal => Refusal(db, scene, task, form, cancellationToken),
        };

    private async Task<SubjectSettled> Offer(ContactCenterDb db, BookingScene scene, CallTask task, SettleCallTask form, AfterCall after, CancellationToken cancellationToken)
    {
        if (await SlotOffers.Find(db, scene, new SlotOfferId(task.Subject), cancellationToken) is not { State: SlotOfferState.Open } offer || offer.ExpiresAt <= scene.Now)
            return SubjectSettled.Refused(BookingReply.Conflict(CallTaskProblems.OfferOver, TaskWords.OfferOver(scene.Culture)));
        if (form.Outcome == TaskOutcome.Accepted)
        {
            var reason = await db.Set<WaitlistEntry>().Where(e => e.PracticeId == scene.Practice && e.Id == offer.EntryId).Select(e => e.ReasonId).SingleAsync(cancellationToken);
            var slot = new ChosenSlot(offer.PractitionerId.Value, scene.Local(offer.Start));
            var booked = await Take(db, scene with { Offer = offer.Id }, task, reason, slot, form, cancellationToken);
            if (booked.Appointment is { } appointment)
                await SlotOffers.Accept(db, offer, new AppointmentId(appointment.AppointmentId), scene.Now, cancellationToken);
            return booked;
        }

        // The task itself ends with its own outcome.
        task.OpenFor = null;
        await db.SaveChangesAsync(cancellationToken);
        var entry = await SlotOffers.End(db, offer, form.Outcome == TaskOutcome.Refused ? SlotOfferState.Refused : SlotOfferState.NotReached, scene.Now, cancellationToken);
        entry.Unanswered += form.Outcome == TaskOutcome.NotReached ? 1 : 0;
        entry.Version++;
        if (after is GiveUp)
            entry.Close(WaitlistStage.Unreached, scene.Now);
        else if (form is { Outcome: TaskOutcome.Refused, StaysOnList: false })
            entry.Close(WaitlistStage.Withdrawn, scene.Now);
        return new SubjectSettled(null, null, [scene.DateOf(offer.Start).ToDateOnly()]);
    }

    private async Task<SubjectSettled> Recall(ContactCenterDb db, BookingScene scene, CallTask task, SettleCallTask form, AfterCall after, CancellationToken cancellationToken)
    {
        var id = new RecallId(task.Subject);
        var recall = await db.Set<Recall>().SingleAsync(r => r.PracticeId == scene.Practice && r.Id == id, cancellationToken);
        if (form.Outcome == TaskOutcome.Accepted)
        {
            if (form is not { PractitionerId: { } practitioner, Start: { } start })
                return SubjectSettled.Refused(BookingReply.Invalid("start", TaskWords.ChooseSlot(scene.Culture)));
            var booked = await Take(db, scene, task, recall.ReasonId, new ChosenSlot(practitioner, start), form, cancellationToken);
            if (booked.Appointment is { } appointment)
            {
                recall.AppointmentId = new AppointmentId(appointment.AppointmentId);
                recall.Close(RecallProgress.Booked, scene.Now);
            }

            return booked;
        }

        if (after is GiveUp)
            recall.Close(RecallProgress.Unreached, scene.Now);
        else if (form.Outcome == TaskOutcome.Refused)
            recall.Close(RecallProgress.Dropped, scene.Now);
        return SubjectSettled.Nothing;
    }

    private async Task<SubjectSettled> Replan(ContactCenterDb db, BookingScene scene, CallTask task, SettleCallTask form, AfterCall after, CancellationToken cancellationToken)
    {
        var item = await db.Set<ReplanItem>().SingleAsync(i => i.PracticeId == scene.Practice && i.Id == task.Subject, cancellationToken);
        var appointment = await db.Set<Appointment>().AsNoTracking().SingleAsync(a => a.PracticeId == scene.Practice && a.Id == item.AppointmentId, cancellationToken);
        BookingReply? reply = null;
        if (form.Outcome == TaskOutcome.Accepted)
        {
            if (form is not { PractitionerId: { } practitioner, Start: { } start })
                return SubjectSettled.Refused(BookingReply.Invalid("start", TaskWords.ChooseSlot(scene.Culture)));
            reply = await move.Write(db, scene, appointment.Id.Value, new MoveAppointment(form.CallId, null, practitioner, start, appointment.Version, form.Justification), cancellationToken);
        }
        else if (form.Outcome == TaskOutcome.CalledOff)
        {
            reply = await cancel.Write(db, scene, appointment.Id.Value, new CancelAppointment(form.CallId, appointment.Version, null, CancelledBy.Practice), cancellationToken);
        }

        if (reply is { StatusCode: >= 400 })
            return SubjectSettled.Refused(reply);
        item.Reached |= form.Outcome is TaskOutcome.Accepted or TaskOutcome.CalledOff;
        item.Version++;
        if (reply is not null)
            item.Close(form.Outcome == TaskOutcome.Accepted ? ReplanItemState.Moved : ReplanItemState.CalledOff);
        else if (after is GiveUp)
            item.Close(ReplanItemState.Unreached);
        return reply is null ? SubjectSettled.Nothing : new SubjectSettled(null, Read(reply), reply.Days);
    }

    private async Task<SubjectSettled> Refusal(ContactCenterDb db, BookingScene scene, CallTask task, SettleCallTask form, CancellationToken cancellationToken)
    {
        if (form.Outcome != TaskOutcome.Accepted)
            return SubjectSettled.Nothing;
        if (form is not { PractitionerId: { } practitioner, Start: { } start })
            return SubjectSettled.Refused(BookingReply.Invalid("start", TaskWords.ChooseSlot(scene.Culture)));
        var id = new AppointmentId(task.Subject);
        var reason = await db.Set<Appointment>().Where(a => a.PracticeId == scene.Practice && a.Id == id).Select(a => a.ReasonId).SingleAsync(cancellationToken);
        return await Take(db, scene, task, reason, new ChosenSlot(practitioner, start), form, cancellationToken);
    }

    private async Task<SubjectSettled> Take(
        ContactCenterDb db, BookingScene scene, CallTask task, VisitReasonId reason, ChosenSlot slot, SettleCallTask form, CancellationToken cancellationToken)
    {
        var booking = new BookAppointment(form.CallId, null, reason.Value, slot.PractitionerId, slot.Start, task.PatientId.Value, null, form.Justification, HasReferral: true);
        var reply = await book.Write(db, scene, new AppointmentId(Guid.CreateVersion7()), booking, cancellationToken);
        return reply.StatusCode >= 400 ? SubjectSettled.Refused(reply) : new SubjectSettled(null, Read(reply), reply.Days);
    }

    private static AppointmentView Read(BookingReply reply) => reply.Read<AppointmentView>();

    private sealed record ChosenSlot(string PractitionerId, DateTimeOffset Start);
}
