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

internal static class CreatePatient
{
    public static async Task<IResult> Handle(
        Guid practiceId, Guid? callId, SavePatient form, IdempotencyKey key, ClaimsPrincipal user, PatientDesk desk, OnceOnly once, IClock clock, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var id = new PatientId(Guid.CreateVersion7());
        var today = clock.GetCurrentInstant().InUtc().Date;
        var outcome = await once.Do(
            practice,
            key.Value,
            form,
            async (db, token) =>
            {
                var region = await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.Region).SingleAsync(token);
                return PatientForm.Read(form, region, today) switch
                {
                    PatientFormRead read => await Create(db, practice, id, read.Identity, form, AuditActor.From(user, callId), desk, token),
                    PatientFormFault fault => new CreateOutcome(Fault: fault.Field),
                    var other => throw new InvalidOperationException(other.GetType().Name),
                };
            },
            made => made.Created is not null,
            cancellationToken);
        return outcome switch
        {
            { Fault: { } field } => Problems.InvalidField(PatientProblems.Invalid, field),
            { Similar: { } similar } => Problems.Conflict(PatientProblems.Similar, PatientProblems.SimilarField, similar),
            _ => TypedResults.Created($"/api/practices/{practiceId}/patients/{outcome.Created!.PatientId}", outcome.Created),
        };
    }

    private static async Task<CreateOutcome> Create(
        ContactCenterDb db, PracticeId practice, PatientId id, PatientIdentity identity, SavePatient form, AuditActor actor, PatientDesk desk, CancellationToken token)
    {
        if (!form.EvenIfSimilar && await desk.Similar.Of(db, practice, identity, token) is { Count: > 0 } similar)
        {
            await desk.Audit.Append(db, practice, actor, [.. similar.Select(p => new AuditEntry(AuditAction.PatientFound, p.Row.Id))], token);
            return new CreateOutcome(Similar: [.. similar.Select(p => p.View())]);
        }
        var row = desk.Records.Add(db, practice, id, identity, PatientViews.Flags(form.Flags));
        await desk.Audit.Append(db, practice, actor, AuditAction.PatientCreated, id, token);
        return new CreateOutcome(Created: new OpenedPatient(row, identity).View());
    }

    /// <summary>One of the three is set.</summary>
    internal sealed record CreateOutcome(PatientView? Created = null, IReadOnlyList<PatientView>? Similar = null, string? Fault = null);
}
