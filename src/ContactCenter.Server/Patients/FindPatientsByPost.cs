using System.Security.Claims;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients;

/// <summary>Searches; everybody shown is recorded as shown.</summary>
internal static class FindPatientsByPost
{
    private const int LongestName = 100;

    public static async Task<IResult> Handle(
        Guid practiceId, Guid? callId, FindPatients asked, ClaimsPrincipal user, PatientDesk desk, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        if (asked.Name is { Length: > LongestName })
            return Problems.InvalidField(PatientProblems.Invalid, "name");
        var region = await desk.Store.Read((db, token) => db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.Region).SingleAsync(token), cancellationToken);
        PhoneNumber? phone = null;
        if (!string.IsNullOrWhiteSpace(asked.Phone))
        {
            if (!TypedPhoneNumber.TryRead(asked.Phone, region, out var number))
                return Problems.InvalidField(PatientProblems.Invalid, "phone");
            phone = number;
        }
        var born = asked.BirthDate is { } date ? LocalDate.FromDateOnly(date) : (LocalDate?)null;
        var question = new PatientQuestion(NameWords.Asked(asked.Name), phone, born);
        return TypedResults.Ok(await Find(practice, question, AuditActor.From(user, callId), desk, cancellationToken));
    }

    private static Task<FoundPatients> Find(
        PracticeId practice, PatientQuestion question, AuditActor actor, PatientDesk desk, CancellationToken cancellationToken) => desk.Store.Write(
        async (db, token) =>
        {
            var found = await desk.Search.Find(db, practice, question, token);
            var shown = found.Take(PatientSearch.Shown).ToList();
            AuditEntry[] looks = shown.Count == 0
                ? [new AuditEntry(AuditAction.PatientSearched, null)]
                : [.. shown.Select(p => new AuditEntry(AuditAction.PatientFound, p.Row.Id))];
            await desk.Audit.Append(db, practice, actor, looks, token);
            return new FoundPatients([.. shown.Select(p => p.View())], found.Count > shown.Count);
        },
        cancellationToken);
}
