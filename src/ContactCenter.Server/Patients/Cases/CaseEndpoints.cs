using System.Security.Claims;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static ContactCenter.Server.Hosting.Texts;

namespace ContactCenter.Server.Patients.Cases;

/// <summary>Opens, changes and closes cases.</summary>
internal sealed class CaseEndpoints(PatientDesk desk, OnceOnly once, Sealer sealer, CaseViews views, IClock clock)
{
    private const int LongestLine = 200;
    private const int LongestNotes = 4000;
    private const int MostSessions = 500;

    public async Task<IResult> Open(Guid practiceId, Guid patientId, SaveCase form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (Fault(form) is { } field)
            return Problems.InvalidField(PatientProblems.Invalid, field);
        var (practice, patient) = (new PracticeId(practiceId), new PatientId(patientId));
        var id = new CaseId(Guid.CreateVersion7());
        var opened = await once.Do(
            practice, key.Value, new OpenedCase(patientId, form),
            async (db, token) =>
            {
                if (!await db.Set<Patient>().AnyAsync(p => p.PracticeId == practice && p.Id == patient && p.MergedInto == null, token))
                    return null;
                var row = new PatientCase { PracticeId = practice, Id = id, PatientId = patient, OpenedAt = clock.GetCurrentInstant(), Box = [] };
                Write(row, form);
                db.Add(row);
                await desk.Audit.Append(db, practice, AuditActor.From(user, null), AuditAction.PatientChanged, patient, token);
                await db.SaveChangesAsync(token);
                return await views.Of(db, row, token);
            },
            made => made is not null,
            cancellationToken);
        return opened is null ? Problems.NotFound() : TypedResults.Created($"/api/practices/{practiceId}/patients/{patientId}/cases/{opened.CaseId}", opened);
    }

    public Task<IResult> Change(Guid practiceId, Guid patientId, Guid caseId, SaveCase form, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (practice, patient, id) = (new PracticeId(practiceId), new PatientId(patientId), new CaseId(caseId));
        return Fault(form) is { } field ? Task.FromResult<IResult>(Problems.InvalidField(PatientProblems.Invalid, field)) : desk.Store.Write<IResult>(
            async (db, token) =>
            {
                if (await db.Set<PatientCase>().SingleOrDefaultAsync(c => c.PracticeId == practice && c.PatientId == patient && c.Id == id, token) is not { } row)
                    return Problems.NotFound();
                if (row.Version != form.Version)
                    return Problems.Conflict(PatientProblems.Outdated);
                Write(row, form);
                row.Version++;
                await desk.Audit.Append(db, practice, AuditActor.From(user, null), AuditAction.PatientChanged, patient, token);
                return TypedResults.Ok(await views.Of(db, row, token));
            },
            cancellationToken);
    }

    private void Write(PatientCase row, SaveCase form)
    {
        row.Box = sealer.Seal(row.Row, new CaseWords(form.Label.Trim(), Filled(form.Notes), Filled(form.Payer)));
        row.ClosedAt = form.IsClosed ? row.ClosedAt ?? clock.GetCurrentInstant() : null;
        row.ApprovedSessions = form.Plan?.Approved;
        row.PlanLastDay = form.Plan?.LastDay is { } last ? LocalDate.FromDateOnly(last) : null;
        row.ReassessBefore = form.Plan?.ReassessBefore;
        row.SessionReason = Filled(form.Plan?.VisitReasonId) is { } reason ? new VisitReasonId(reason) : null;
    }

    private static string? Fault(SaveCase form) => form switch
    {
        _ when string.IsNullOrWhiteSpace(form.Label) || form.Label.Length > LongestLine => "label",
        { Notes.Length: > LongestNotes } => "notes",
        { Payer.Length: > LongestLine } => "payer",
        { Plan.Approved: < 1 or > MostSessions } => "plan.approved",
        { Plan.ReassessBefore: < 1 or > MostSessions } => "plan.reassessBefore",
        { Plan.VisitReasonId.Length: > Storage.Converters.StrongIds.MaxTextLength } => "plan.visitReasonId",
        _ => null,
    };

    private sealed record OpenedCase(Guid Patient, SaveCase Form);
}
