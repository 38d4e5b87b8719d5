using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>What a task is about, as it is told.</summary>
/// <param name="Offered">The slot that is kept.</param>
/// <param name="Proposed">What may be proposed.</param>
internal sealed record TaskSubject(string Why, string ToSay, string? Note, SlotView? Offered, IReadOnlyList<SlotView> Proposed, AppointmentView? Appointment);

/// <summary>Reads what tasks stand on.</summary>
internal sealed class TaskSubjects(StrandedPatients stranded, AppointmentViews views, PatientFactsReader patients, Sealer sealer)
{
    private const int Proposals = 4;
    private const int DaysAhead = 28;

    /// <summary>Null when it is over.</summary>
    public Task<TaskSubject?> Of(ContactCenterDb db, BookingScene scene, CallTask task, CancellationToken cancellationToken) => task.Kind switch
    {
        CallTaskKind.SlotOffer => Offer(db, scene, task, cancellationToken),
        CallTaskKind.Recall => Recall(db, scene, task, cancellationToken),
        CallTaskKind.Replan => Replan(db, scene, task, cancellationToken),
        CallTaskKind.TellRefusal => Refusal(db, scene, task, cancellationToken),
    };

    private async Task<TaskSubject?> Offer(ContactCenterDb db, BookingScene scene, CallTask task, CancellationToken cancellationToken)
    {
        var id = new SlotOfferId(task.Subject);
        if (await db.Set<SlotOffer>().AsNoTracking().SingleOrDefaultAsync(o => o.PracticeId == scene.Practice && o.Id == id, cancellationToken) is not { } offer)
            return null;
        var entry = await db.Set<WaitlistEntry>().AsNoTracking().SingleAsync(e => e.PracticeId == scene.Practice && e.Id == offer.EntryId, cancellationToken);
        var practitioner = SlotViews.NameOf(ResourceId.Of(offer.PractitionerId), scene.Book);
        var slot = new SlotView(offer.PractitionerId.Value, practitioner, scene.Local(offer.Start), scene.Local(offer.End));
        return new TaskSubject(
            TaskWords.Offer(offer, scene, Label(entry.ReasonId, scene), practitioner), TaskWords.SayOffer(offer, scene, practitioner), sealer.OpenNote(entry.Row, entry.Box), slot, [], null);
    }

    private async Task<TaskSubject?> Recall(ContactCenterDb db, BookingScene scene, CallTask task, CancellationToken cancellationToken)
    {
        var id = new RecallId(task.Subject);
        if (await db.Set<Recall>().AsNoTracking().SingleOrDefaultAsync(r => r.PracticeId == scene.Practice && r.Id == id, cancellationToken) is not { } recall)
            return null;
        var label = Label(recall.ReasonId, scene);
        var window = new Interval(Instant.Max(scene.Now, recall.WindowStart), Instant.Max(scene.Now, recall.WindowEnd));
        // Her time has passed: the soonest that can be had.
        var within = window.Duration > Duration.Zero ? window : new Interval(scene.Now, scene.Now + Duration.FromDays(DaysAhead));
        var proposed = await Free(db, scene, new Sought(task.PatientId, recall.ReasonId, recall.PractitionerId, within), cancellationToken);
        return new TaskSubject(TaskWords.Recall(recall, scene, label), TaskWords.SayRecall(recall, scene, label), sealer.OpenNote(recall.Row, recall.Box), null, proposed, null);
    }

    private async Task<TaskSubject?> Replan(ContactCenterDb db, BookingScene scene, CallTask task, CancellationToken cancellationToken)
    {
        if (await db.Set<ReplanItem>().AsNoTracking().SingleOrDefaultAsync(i => i.PracticeId == scene.Practice && i.Id == task.Subject, cancellationToken) is not { } item)
            return null;
        var row = await db.Set<Appointment>().AsNoTracking().SingleAsync(a => a.PracticeId == scene.Practice && a.Id == item.AppointmentId, cancellationToken);
        var view = await views.Of(db, row, scene, cancellationToken);
        var slots = await stranded.Propose(db, scene, row, Proposals, cancellationToken);
        return new TaskSubject(
            TaskWords.Replan(view, scene, row.Start), TaskWords.SayReplan(view, scene, row.Start), view.Note, null, [.. slots.Select(s => SlotViews.Of(s, scene))], view);
    }

    private async Task<TaskSubject?> Refusal(ContactCenterDb db, BookingScene scene, CallTask task, CancellationToken cancellationToken)
    {
        var id = new AppointmentId(task.Subject);
        if (await db.Set<Appointment>().AsNoTracking().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == id, cancellationToken) is not { } row)
            return null;
        var view = await views.Of(db, row, scene, cancellationToken);
        var within = new Interval(scene.Now, scene.Now + Duration.FromDays(DaysAhead));
        var proposed = await Free(db, scene, new Sought(row.PatientId, row.ReasonId, row.PractitionerId, within), cancellationToken);
        return new TaskSubject(
            TaskWords.Refusal(view, scene, row.Start, row.CancelledFor == CancelledFor.NoDecision), TaskWords.SayRefusal(scene, row.Start), views.Words(row).CancelReason, null, proposed, view);
    }

    private async Task<IReadOnlyList<SlotView>> Free(ContactCenterDb db, BookingScene scene, Sought sought, CancellationToken cancellationToken)
    {
        if (!scene.Book.Reasons.TryGetValue(sought.Reason, out var reason)
            || await patients.Read(db, scene, sought.Patient, null, hasReferral: true, null, cancellationToken) is not { Facts: var facts })
            return [];
        var question = new SlotQuestion
        {
            Request = new BookingRequest { Reason = reason, Channel = BookingChannel.Agent, Patient = facts, Now = scene.Now },
            Practitioners = sought.Practitioner is { } one ? [one] : [], Within = sought.Within, Most = int.MaxValue,
        };
        var calendar = await CalendarRows.Load(db, scene.Practice, CalendarScope.For(reason, question.Practitioners, question.Within, scene), cancellationToken);
        // One of each day: the patient chooses a day first.
        return [.. SlotFinder.Find(question, calendar, scene.Book).Where(s => s.Asks is null).DistinctBy(s => scene.DateOf(s.Start)).Take(Proposals).Select(s => SlotViews.Of(s, scene))];
    }

    private static string Label(VisitReasonId reason, BookingScene scene) => scene.Book.Reasons.GetValueOrDefault(reason)?.Label ?? reason.Value;

    private sealed record Sought(Domain.Patients.PatientId Patient, VisitReasonId Reason, PractitionerId? Practitioner, Interval Within);
}
