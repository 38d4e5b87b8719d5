using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RecallState = ContactCenter.Contracts.Booking.RecallState;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>Who is to be seen again: entered from a visit or for a patient, shown, dropped.</summary>
internal sealed class Recalls(CalendarWrites writes, ShowWaiting names, Store store, BookingScenes scenes, WaitingSeals seals)
{
    private const int MostMonths = 60;
    private const int MostTolerance = 90;
    private const int Most = 500;

    public Task<IResult> Enter(Guid practiceId, EnterRecall form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new RecallId(Guid.CreateVersion7());
        return writes.Do(new CalendarAsk(practiceId, key, user, form.CallId, "recall", null, form), (db, scene, token) => Enter(db, scene, id, form, token), cancellationToken);
    }

    public Task<IResult> Drop(Guid practiceId, Guid recallId, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) => writes.Do(
        new CalendarAsk(practiceId, key, user, null, "drop-recall", recallId, new { }),
        async (db, scene, token) =>
        {
            var id = new RecallId(recallId);
            if (await db.Set<Recall>().SingleOrDefaultAsync(r => r.PracticeId == scene.Practice && r.Id == id, token) is not { } recall)
                return BookingReply.NotFound();
            if (recall.Progress is RecallProgress.Open or RecallProgress.Calling)
            {
                recall.Close(RecallProgress.Dropped, scene.Now);
                await CallTasks.End(db, scene.Practice, recallId, CallTaskState.Expired, scene.Now, token);
            }

            return BookingReply.Of((await Views(db, scene, [recall], token))[0], []);
        },
        cancellationToken);

    public Task<IResult> List(Guid practiceId, bool? all, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            var rows = await db.Set<Recall>().AsNoTracking()
                .Where(r => r.PracticeId == scene.Practice && (all == true || r.Progress == RecallProgress.Open || r.Progress == RecallProgress.Calling))
                .OrderBy(r => r.On).Take(Most).ToListAsync(token);
            if (rows.Count > 0)
                await seals.Audit.Append(db, scene.Practice, AuditActor.From(user, null), [new AuditEntry(AuditAction.AgendaShown, null)], token);
            return TypedResults.Ok((await Views(db, scene, rows, token)).OrderByDescending(r => r.State == RecallState.Overdue).ThenBy(r => r.On));
        },
        cancellationToken);

    private async Task<BookingReply> Enter(ContactCenterDb db, BookingScene scene, RecallId id, EnterRecall form, CancellationToken cancellationToken)
    {
        var patient = new PatientId(form.PatientId);
        if (!await db.Set<Patient>().AnyAsync(p => p.PracticeId == scene.Practice && p.Id == patient && p.MergedInto == null, cancellationToken))
            return Refusals.UnknownPatient(scene);
        var visit = form.AppointmentId is { } visitId
            ? await db.Set<Appointment>().AsNoTracking().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == new AppointmentId(visitId) && a.PatientId == patient, cancellationToken)
            : null;
        if (form.AppointmentId is not null && visit is null)
            return BookingReply.NotFound();
        if (!scene.Book.Reasons.TryGetValue(form.VisitReasonId is { Length: > 0 } named ? new VisitReasonId(named) : visit?.ReasonId ?? default, out var reason))
            return Refusals.UnknownReason(scene);
        var practitioner = form.PractitionerId is { Length: > 0 } who ? new PractitionerId(who) : visit?.PractitionerId;
        if (practitioner is { } one && !reason.Durations.Practitioners.Contains(one))
            return BookingReply.Invalid("practitionerId", WaitingWords.NotOffered(scene.Culture));
        if (form.Note?.Length > WaitingNotes.Longest)
            return BookingReply.Invalid("note", WaitingWords.TooLong(scene.Culture));
        if (form.Months is < 0 or > MostMonths || form.ToleranceDays is < 0 or > MostTolerance)
            return BookingReply.Invalid("months", WaitingWords.Months(scene.Culture));
        var term = RecallTerm.After(visit is null ? scene.Today : scene.DateOf(visit.Start), form.Months, form.ToleranceDays);
        if (term.Window.End <= scene.Today)
            return BookingReply.Invalid("months", WaitingWords.Months(scene.Culture));
        var window = scene.DaysFrom(term.Window.Start, term.Window.End);
        var recall = new Recall
        {
            PracticeId = scene.Practice, Id = id, PatientId = patient, ReasonId = reason.Id, PractitionerId = practitioner, On = term.On, Tolerance = term.Tolerance,
            CallFrom = scene.Book.Zone.AtStartOfDay(term.CallFrom).ToInstant(), WindowStart = window.Start, WindowEnd = window.End,
            Box = seals.Sealer.SealNote(Recall.RowOf(scene.Practice, id), form.Note), EnteredBy = scene.User, EnteredAt = scene.Now,
        };
        db.Add(recall);
        return BookingReply.Of((await Views(db, scene, [recall], cancellationToken))[0], [], StatusCodes.Status201Created);
    }

    private async Task<List<RecallView>> Views(ContactCenterDb db, BookingScene scene, IReadOnlyList<Recall> rows, CancellationToken cancellationToken)
    {
        var patients = await names.Names(db, scene.Practice, rows.Select(r => r.PatientId), cancellationToken);
        var booked = rows.Select(r => r.AppointmentId).OfType<AppointmentId>().ToList();
        var starts = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && booked.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Start, cancellationToken);
        return [.. rows.Select(r => new RecallView(
            r.Id.Value, r.PatientId.Value, patients[r.PatientId], r.ReasonId.Value, scene.Book.Reasons.GetValueOrDefault(r.ReasonId)?.Label ?? r.ReasonId.Value,
            r.PractitionerId is { } practitioner ? SlotViews.NameOf(ResourceId.Of(practitioner), scene.Book) : null, r.On.ToDateOnly(), r.Term.Window.Start.ToDateOnly(),
            r.Term.Window.End.ToDateOnly(), StateOf(r, scene), seals.Sealer.OpenNote(r.Row, r.Box),
            r.AppointmentId is { } id && starts.TryGetValue(id, out var start) ? scene.Local(start) : null))];
    }

    private static RecallState StateOf(Recall recall, BookingScene scene) => recall.Progress switch
    {
        RecallProgress.Open or RecallProgress.Calling => recall.Term.StageOn(scene.Today) switch
        {
            RecallStage.Later => RecallState.Later,
            RecallStage.Due => RecallState.Due,
            RecallStage.Overdue => RecallState.Overdue,
        },
        RecallProgress.Booked => RecallState.Booked,
        RecallProgress.Dropped => RecallState.Dropped,
        RecallProgress.Unreached => RecallState.Unreached,
    };
}
