using System.Security.Claims;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients;

internal static class ChangePatient
{
    public static Task<IResult> Handle(
        Guid practiceId, Guid patientId, Guid? callId, SavePatient form, ClaimsPrincipal user, PatientDesk desk, IClock clock, CancellationToken cancellationToken)
    {
        var (practice, id) = (new PracticeId(practiceId), new PatientId(patientId));
        var today = clock.GetCurrentInstant().InUtc().Date;
        return desk.Store.Write<IResult>(
            async (db, token) =>
            {
                var row = await db.Set<Patient>().SingleOrDefaultAsync(p => p.PracticeId == practice && p.Id == id && p.MergedInto == null, token);
                if (row is null)
                    return Problems.NotFound();
                if (row.Version != form.Version)
                    return Problems.Conflict(PatientProblems.Outdated);
                var region = await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.Region).SingleAsync(token);
                switch (PatientForm.Read(form, region, today))
                {
                    case PatientFormRead { Identity: var identity }:
                        await desk.Records.Change(db, row, identity, PatientViews.Flags(form.Flags), token);
                        await desk.Audit.Append(db, practice, AuditActor.From(user, callId), AuditAction.PatientChanged, id, token);
                        return TypedResults.Ok(new OpenedPatient(row, identity).View());
                    case PatientFormFault { Field: var field }:
                        return Problems.InvalidField(PatientProblems.Invalid, field);
                    case var other:
                        throw new InvalidOperationException(other.GetType().Name);
                }
            },
            cancellationToken);
    }
}
