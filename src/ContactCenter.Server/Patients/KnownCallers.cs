using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Patients;

/// <summary>What a caller's number tells. Asking which kind of caller it is opens no box; the patients of a number are shown, and the look recorded.</summary>
internal sealed class KnownCallers(PatientTokens patients, SearchTokens tokens, PatientSearch search, AuditTrail audit)
{
    private static readonly HotQuery<PracticeId, long, bool> IsColleague =
        new((db, practice, token, _) => db.Set<Colleague>().Any(c => c.PracticeId == practice && c.Token == token));

    private static readonly HotQuery<PracticeId, long, bool> IsPatient =
        new((db, practice, token, _) => db.Set<PatientToken>().Any(t => t.PracticeId == practice && t.Token == token));

    /// <param name="number">E.164; null when withheld.</param>
    public async Task<CallerKind> KindOf(ContactCenterDb db, PracticeId practice, string? number, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(number, out var caller))
            return CallerKind.Masked;
        var colleague = tokens.Of(practice, Colleague.TokenKind, caller.E164);
        if (await IsColleague.Run(db, practice, colleague, cancellationToken))
            return CallerKind.Doctor;
        var patient = patients.Phone(practice, caller);
        return await IsPatient.Run(db, practice, patient, cancellationToken)
            ? CallerKind.Known
            : CallerKind.Other;
    }

    /// <summary>The household of a number, oldest first. A view is made again and again: whoever first shows it calls <see cref="RecordShown"/>.</summary>
    public async Task<IReadOnlyList<KnownPatient>> Patients(ContactCenterDb db, PracticeId practice, string? number, CancellationToken cancellationToken) =>
    [
        .. (await Household(db, practice, number, cancellationToken))
            .Select(p => Known(p.View(), p.Identity.Name.Display)),
    ];

    private static KnownPatient Known(PatientView patient, string name) => new(patient.PatientId, name, patient.BirthDate, patient.Flags, patient.Alert);

    /// <summary>Records that an agent sees who may be calling, once for each offer.</summary>
    public async Task RecordShown(
        ContactCenterDb db, PracticeId practice, AgentId agent, CallId call, string? number, CancellationToken cancellationToken)
    {
        var household = await Household(db, practice, number, cancellationToken);
        if (household.Count > 0)
            await audit.Append(
                db,
                practice,
                new AuditActor(agent.Value, Roles.Agent, call),
                [.. household.Select(p => new AuditEntry(AuditAction.PatientShown, p.Row.Id))],
                cancellationToken);
    }

    private async Task<List<OpenedPatient>> Household(ContactCenterDb db, PracticeId practice, string? number, CancellationToken cancellationToken) =>
        PhoneNumber.TryParse(number, out var caller) ? await search.ByPhone(db, practice, caller, cancellationToken) : [];
}
