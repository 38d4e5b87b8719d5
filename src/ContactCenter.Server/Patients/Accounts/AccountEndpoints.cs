using System.Security.Claims;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients.Accounts;

/// <summary>Accounts of patients, for the practice's own staff.</summary>
internal sealed class AccountEndpoints(PatientDesk desk, OnceOnly once, Sealer sealer, IClock clock)
{
    private const int LongestNote = 500;
    private const long MostCents = 10_000_000;

    public async Task<IResult> Show(Guid practiceId, Guid patientId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (practice, patient) = (new PracticeId(practiceId), new PatientId(patientId));
        var view = await desk.Store.Write(
            async (db, token) =>
            {
                if (!await db.Set<Patient>().AnyAsync(p => p.PracticeId == practice && p.Id == patient, token))
                    return null;
                await desk.Audit.Append(db, practice, AuditActor.From(user, null), AuditAction.PatientShown, patient, token);
                var entries = await db.Set<AccountEntry>().AsNoTracking().Where(e => e.PracticeId == practice && e.PatientId == patient)
                    .OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(token);
                return new AccountView(entries.Sum(e => e.Cents), [.. entries.Select(View)]);
            },
            cancellationToken);
        return view is null ? Problems.NotFound() : TypedResults.Ok(view);
    }

    public async Task<IResult> Enter(Guid practiceId, Guid patientId, EnterOnAccount form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (Fault(form) is { } field)
            return Problems.InvalidField(PatientProblems.Invalid, field);
        var (practice, patient) = (new PracticeId(practiceId), new PatientId(patientId));
        var id = Guid.CreateVersion7();
        var entered = await once.Do(
            practice, key.Value, new EnteredFor(patientId, form),
            async (db, token) =>
            {
                var chosen = form.CaseId is { } c ? new CaseId(c) : (CaseId?)null;
                if (!await db.Set<Patient>().AnyAsync(p => p.PracticeId == practice && p.Id == patient && p.MergedInto == null, token)
                    || (chosen is not null && !await db.Set<PatientCase>().AnyAsync(x => x.PracticeId == practice && x.PatientId == patient && x.Id == chosen, token)))
                    return null;
                var row = new AccountEntry
                {
                    PracticeId = practice, Id = id, PatientId = patient, CaseId = chosen, Kind = form.Kind,
                    Cents = form.Kind == AccountEntryKind.Payment ? -form.Cents : form.Cents, At = clock.GetCurrentInstant(), EnteredBy = user.UserId(),
                    Box = string.IsNullOrWhiteSpace(form.Note) ? null : sealer.Seal(AccountEntry.RowOf(practice, id), form.Note.Trim()),
                };
                db.Add(row);
                await desk.Audit.Append(db, practice, AuditActor.From(user, null), AuditAction.PatientChanged, patient, token);
                return View(row);
            },
            made => made is not null,
            cancellationToken);
        return entered is null ? Problems.NotFound() : TypedResults.Created($"/api/practices/{practiceId}/patients/{patientId}/account", entered);
    }

    public async Task<IResult> ShowTerms(Guid practiceId, CancellationToken cancellationToken) => TypedResults.Ok(new AccountTermsView(
        await desk.Store.Read((db, token) => Balances.ShowsAmount(db, new PracticeId(practiceId), token), cancellationToken)));

    public async Task<IResult> ChangeTerms(Guid practiceId, AccountTermsView form, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        await desk.Store.Write<bool>(
            async (db, token) =>
            {
                var row = await db.Set<AccountTerms>().SingleOrDefaultAsync(t => t.PracticeId == practice, token);
                (row ?? db.Add(new AccountTerms { PracticeId = practice }).Entity).ShowsAmount = form.ShowsAmount;
                return true;
            },
            Rerun.OnConflictOrTakenKey,
            cancellationToken);
        return TypedResults.Ok(form);
    }

    private AccountEntryView View(AccountEntry entry) => new(
        entry.Id, entry.At.ToDateTimeOffset(), entry.Kind, entry.Cents, entry.Box is { } box ? sealer.Open<string>(AccountEntry.RowOf(entry.PracticeId, entry.Id), box) : null,
        entry.Kind == AccountEntryKind.Charge ? entry.Id : null, entry.CaseId?.Value);

    private static string? Fault(EnterOnAccount form) => form switch
    {
        { Kind: not (AccountEntryKind.Payment or AccountEntryKind.Correction) } => "kind",
        { Kind: AccountEntryKind.Payment, Cents: <= 0 } or { Cents: 0 or > MostCents or < -MostCents } => "cents",
        { Note.Length: > LongestNote } => "note",
        _ => null,
    };

    private sealed record EnteredFor(Guid Patient, EnterOnAccount Form);
}
