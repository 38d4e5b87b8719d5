using System.Security.Claims;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Patients;

/// <summary>Keeps whom a call is about, as its agent chose: its notes then stand in that patient's timeline.</summary>
internal static class NamePatientOfCall
{
    public static Task<IResult> Handle(
        Guid practiceId, Guid callId, PatientOfCall form, ClaimsPrincipal user, Store store, CancellationToken cancellationToken)
    {
        var (practice, call, agent) = (new PracticeId(practiceId), new CallId(callId), user.AgentId());
        var patient = form.PatientId is { } id ? new PatientId(id) : (PatientId?)null;
        return store.Write<IResult>(
            async (db, token) =>
            {
                var isHers = patient is null || await db.Set<Patient>().AnyAsync(p => p.PracticeId == practice && p.Id == patient && p.MergedInto == null, token);
                if (!isHers)
                    return Problems.InvalidField(PatientProblems.Invalid, "patientId");
                var named = await db.Set<CallRecord>()
                    .Where(c => c.Id == call && c.PracticeId == practice && c.AgentId == agent && c.State != CallState.Closed)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.PatientId, patient), token);
                return named == 1 ? TypedResults.NoContent() : Problems.NotFound();
            },
            cancellationToken);
    }
}
