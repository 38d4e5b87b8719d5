using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>Starts the re-planning of an absence, and shows how far it is.</summary>
internal sealed class Replans(CalendarWrites writes, StrandedPatients stranded, Store store, BookingScenes scenes, WaitingSeals seals)
{
    private const int Shown = 20;
    private const int ProposalsShown = 2;

    public Task<IResult> Start(Guid practiceId, Guid absenceId, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new ReplanId(Guid.CreateVersion7());
        return writes.Do(
            new CalendarAsk(practiceId, key, user, null, "replan", absenceId, new { }),
            async (db, scene, token) =>
            {
                if (await db.Set<Absence>().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == absenceId && a.WithdrawnAt == null, token) is not { } absence)
                    return BookingReply.NotFound();
                var replan = await db.Set<Replan>().SingleOrDefaultAsync(r => r.PracticeId == scene.Practice && r.AbsenceId == absenceId, token);
                if (replan is null)
                    db.Add(replan = new Replan { PracticeId = scene.Practice, Id = id, AbsenceId = absenceId, StartedBy = scene.User, StartedAt = scene.Now });
                if (await AddItems(db, scene, replan, absence, token) == 0)
                    return BookingReply.Invalid("absenceId", WaitingWords.NothingStranded(scene.Culture));
                await db.SaveChangesAsync(token);
                return BookingReply.Of(await View(db, scene, replan, token), [], StatusCodes.Status201Created);
            },
            cancellationToken);
    }

    public Task<IResult> List(Guid practiceId, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            var rows = await db.Set<Replan>().AsNoTracking().Where(r => r.PracticeId == scene.Practice).OrderByDescending(r => r.StartedAt).Take(Shown).ToListAsync(token);
            if (rows.Count > 0)
                await seals.Audit.Append(db, scene.Practice, AuditActor.From(user, null), [new AuditEntry(AuditAction.AgendaShown, null)], token);
            List<ReplanView> views = [];
            foreach (var row in rows)
                views.Add(await View(db, scene, row, token));
            return TypedResults.Ok(views);
        },
        cancellationToken);

    /// <summary>Started again, it takes in what was booked into the absence since. Returns how many it has.</summary>
    private async Task<int> AddItems(ContactCenterDb db, BookingScene scene, Replan replan, Absence absence, CancellationToken cancellationToken)
    {
        var known = await db.Set<ReplanItem>().Where(i => i.PracticeId == scene.Practice && i.ReplanId == replan.Id).Select(i => i.AppointmentId).ToListAsync(cancellationToken);
        var rank = known.Count;
        foreach (var one in Replanning.InOrder(await stranded.In(db, scene, absence, cancellationToken)).Where(s => !known.Contains(s.Id)))
        {
            var item = new ReplanItem
            {
                PracticeId = scene.Practice, Id = Guid.CreateVersion7(), ReplanId = replan.Id, AppointmentId = one.Id, Start = one.Start, Rank = ++rank, Urgent = one.IsUrgent,
            };
            db.Add(item);
            var patient = await db.Set<Appointment>().Where(a => a.PracticeId == scene.Practice && a.Id == one.Id).Select(a => a.PatientId).SingleAsync(cancellationToken);
            CallTasks.Replan(db, item, patient, scene.Now);
        }

        if (rank > known.Count)
            replan.DoneAt = null;
        return rank;
    }

    private async Task<ReplanView> View(ContactCenterDb db, BookingScene scene, Replan replan, CancellationToken cancellationToken)
    {
        var absence = await db.Set<Absence>().AsNoTracking().SingleAsync(a => a.PracticeId == scene.Practice && a.Id == replan.AbsenceId, cancellationToken);
        var items = await db.Set<ReplanItem>().AsNoTracking().Where(i => i.PracticeId == scene.Practice && i.ReplanId == replan.Id).OrderBy(i => i.Rank).ToListAsync(cancellationToken);
        var proposals = items.Exists(i => i.State == ReplanItemState.ToCall)
            ? (await stranded.Propose(db, scene, absence, ProposalsShown, cancellationToken)).ToDictionary(p => p.Appointment.Id, p => p.Slots)
            : [];
        var shown = await stranded.Views(db, scene, items.Select(i => i.AppointmentId), cancellationToken);
        return new ReplanView(
            replan.Id.Value, absence.Id, SlotViews.NameOf(absence.ResourceId, scene.Book), scene.Local(absence.Start), scene.Local(absence.End), scene.Local(replan.StartedAt),
            items.Count, items.Count(i => i.Reached), items.Count(i => i.State == ReplanItemState.Moved), items.Count(i => i.State == ReplanItemState.CalledOff),
            items.Count(i => i.State == ReplanItemState.Unreached),
            [.. items.Select(i => View(i, shown[i.AppointmentId], i.State == ReplanItemState.ToCall ? proposals.GetValueOrDefault(i.AppointmentId) ?? [] : [], scene))]);
    }

    private static ReplanItemView View(ReplanItem item, AppointmentView appointment, IReadOnlyList<Slot> proposed, BookingScene scene) => new(
        item.Rank, appointment.AppointmentId, appointment.PatientId, appointment.PatientName, appointment.VisitReasonLabel, scene.Local(item.Start), item.Urgent,
        (ReplanState)item.State, item.State == ReplanItemState.Moved ? appointment.Start : null, [.. proposed.Select(s => SlotViews.Of(s, scene))]);
}
