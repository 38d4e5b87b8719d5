using System.Security.Claims;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Patients;

internal static class ShowPatient
{
    public static async Task<IResult> Handle(
        Guid practiceId, Guid patientId, Guid? callId, ClaimsPrincipal user, PatientDesk desk, CancellationToken cancellationToken)
    {
        var (practice, id) = (new PracticeId(practiceId), new PatientId(patientId));
        var view = await desk.Store.Write(
            async (db, token) =>
            {
                var row = await db.Set<Patient>().AsNoTracking().SingleOrDefaultAsync(p => p.PracticeId == practice && p.Id == id, token);
                if (row is null)
                    return null;
                await desk.Audit.Append(db, practice, AuditActor.From(user, callId), AuditAction.PatientShown, id, token);
                return new OpenedPatient(row, desk.Records.Open(row)).View();
            },
            cancellationToken);
        return view is null ? Problems.NotFound() : TypedResults.Ok(view);
    }
}
