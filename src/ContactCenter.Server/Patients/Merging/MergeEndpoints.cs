using System.Security.Claims;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients.Merging;

/// <summary>Merges two patients because a person says so, and parts them again; each is in the audit trail of both.</summary>
internal sealed class MergeEndpoints(PatientDesk desk, OnceOnly once, Sealer sealer, IClock clock)
{
    private const int Shown = 200;

    public async Task<IResult> Merge(Guid practiceId, Guid patientId, MergePatients form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (form.Gone == patientId)
            return Problems.InvalidField(PatientProblems.Invalid, "gone");
        var practice = new PracticeId(practiceId);
        var id = Guid.CreateVersion7();
        var outcome = await once.Do(
            practice, key.Value, new AskedToMerge(patientId, form),
            async (db, token) =>
            {
                var (kept, gone) = (await Find(db, practice, patientId, token), await Find(db, practice, form.Gone, token));
                if (kept is not { MergedInto: null } || gone is not { MergedInto: null })
                    return new MergeOutcome(null, IsOutdated: false);
                return kept.Version != form.Version || gone.Version != form.GoneVersion
                    ? new MergeOutcome(null, IsOutdated: true)
                    : new MergeOutcome(View(await Merge(db, id, kept, gone, user, token)), IsOutdated: false);
            },
            made => made.Done is not null,
            cancellationToken);
        return outcome switch
        {
            { Done: { } done } => TypedResults.Ok(done),
            { IsOutdated: true } => Problems.Conflict(PatientProblems.Outdated),
            _ => Problems.NotFound(),
        };
    }

    public async Task<IResult> List(Guid practiceId, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var rows = await desk.Store.Read(
            (db, token) => db.Set<PatientMerge>().Where(m => m.PracticeId == practice).OrderByDescending(m => m.At).Take(Shown).ToListAsync(token), cancellationToken);
        return TypedResults.Ok(rows.Select(View));
    }

    /// <summary>Undoing twice is undoing once.</summary>
    public Task<IResult> Undo(Guid practiceId, Guid mergeId, ClaimsPrincipal user, CancellationToken cancellationToken) => desk.Store.Write<IResult>(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            if (await db.Set<PatientMerge>().SingleOrDefaultAsync(m => m.PracticeId == practice && m.Id == mergeId, token) is not { } merge)
                return Problems.NotFound();
            if (merge.UndoneAt is not null)
                return TypedResults.Ok(View(merge));
            // She who was kept went into a third: that merge is undone first.
            if (await Find(db, practice, merge.Kept.Value, token) is not { MergedInto: null })
                return Problems.Conflict(PatientProblems.MergedOn);
            await Undo(db, merge, user, token);
            return TypedResults.Ok(View(merge));
        },
        cancellationToken);

    private async Task<PatientMerge> Merge(ContactCenterDb db, Guid id, Patient kept, Patient gone, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var practice = kept.PracticeId;
        var (her, other) = (desk.Records.Open(kept), desk.Records.Open(gone));
        var moved = new Moved(await MergedRows.Of(db, practice, gone.Id, cancellationToken), her, MergedIdentity.Of(her, other), gone.Flags & ~kept.Flags);
        await MergedRows.Give(db, practice, moved.Rows, kept.Id, cancellationToken);
        await desk.Records.Change(db, kept, moved.After, kept.Flags | moved.Flags, cancellationToken);
        gone.MergedInto = kept.Id;
        gone.Version++;
        await PatientRecords.Hide(db, gone, cancellationToken);
        var merge = new PatientMerge
        {
            PracticeId = practice, Id = id, Kept = kept.Id, Gone = gone.Id, At = clock.GetCurrentInstant(), By = user.UserId(), Box = sealer.Seal(PatientMerge.RowOf(practice, id), moved),
        };
        db.Add(merge);
        await Log(db, merge, user, AuditAction.PatientsMerged, cancellationToken);
        return merge;
    }

    private async Task Undo(ContactCenterDb db, PatientMerge merge, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var moved = sealer.Open<Moved>(merge.Row, merge.Box);
        var kept = (await Find(db, merge.PracticeId, merge.Kept.Value, cancellationToken))!;
        var gone = (await Find(db, merge.PracticeId, merge.Gone.Value, cancellationToken))!;
        await MergedRows.Give(db, merge.PracticeId, moved.Rows, gone.Id, cancellationToken);
        await desk.Records.Change(db, kept, MergedIdentity.Without(moved, desk.Records.Open(kept)), kept.Flags & ~moved.Flags, cancellationToken);
        gone.MergedInto = null;
        await desk.Records.Change(db, gone, desk.Records.Open(gone), gone.Flags, cancellationToken);
        (merge.UndoneAt, merge.UndoneBy) = (clock.GetCurrentInstant(), user.UserId());
        merge.Version++;
        await Log(db, merge, user, AuditAction.PatientsParted, cancellationToken);
    }

    private Task Log(ContactCenterDb db, PatientMerge merge, ClaimsPrincipal user, AuditAction action, CancellationToken cancellationToken) => desk.Audit.Append(
        db, merge.PracticeId, AuditActor.From(user, null), [new AuditEntry(action, merge.Kept), new AuditEntry(action, merge.Gone)], cancellationToken);

    private static Task<Patient?> Find(ContactCenterDb db, PracticeId practice, Guid id, CancellationToken cancellationToken)
    {
        var patient = new PatientId(id);
        return db.Set<Patient>().SingleOrDefaultAsync(p => p.PracticeId == practice && p.Id == patient, cancellationToken);
    }

    private static MergeView View(PatientMerge merge) =>
        new(merge.Id, merge.Kept.Value, merge.Gone.Value, merge.At.ToDateTimeOffset(), merge.UndoneAt?.ToDateTimeOffset());

    private sealed record AskedToMerge(Guid Kept, MergePatients Form);

    internal sealed record MergeOutcome(MergeView? Done, bool IsOutdated);
}
