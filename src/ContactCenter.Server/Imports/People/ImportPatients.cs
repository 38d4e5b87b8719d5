using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Imports.Files;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using NodaTime;

namespace ContactCenter.Server.Imports.People;

/// <summary>Takes patients out of a table into the practice's list. Whoever is there stays as she is; who resembles her is proposed for merging.</summary>
internal sealed class ImportPatients(Store store, PatientDesk desk, KnownPeople people, SearchTokens tokens, IClock clock)
{
    public const string KeyKind = "imported-patient";

    public ImportPlan? Plan(ImportAsk ask, string text, out ImportFault? fault)
    {
        if (CsvFile.Read(text, out fault) is not { } file || PatientSheet.Columns(file, out fault) is not { } columns)
            return null;
        var sheet = new PatientSheet(columns, ask.Practice.Region, clock.GetCurrentInstant().InUtc().Date);
        var (seen, dry) = (new SeenKeys(), new DryPeople());
        return new ImportPlan(
            columns.Header,
            [.. file.Rows.Select(sheet.Read).Select(row => new PlannedRow(row.Source, row.Fault, token => One(ask, row, seen, dry, token)))],
            columns.Ignored);
    }

    private Task<RowOutcome> One(ImportAsk ask, PatientRow row, SeenKeys seen, DryPeople dry, CancellationToken cancellationToken)
    {
        if (row.Identity is not { } identity)
            throw new InvalidOperationException("A row that cannot be read is not tried.");
        var content = tokens.Of(ask.Practice.Id, "imported-content", Written(identity));
        var key = row.Key is { } id ? tokens.Of(ask.Practice.Id, KeyKind, id) : (long?)null;
        if (key is { } first && seen.Meet(first, content, row.Source.Line) is { } met)
            return Task.FromResult(met);
        var wanted = new WantedPatient(new PatientId(Guid.CreateVersion7()), identity, key, content, row.Source.Line);
        return ask.IsDryRun
            ? store.Read(async (db, token) => Remember(dry, wanted, await Decide(db, ask, wanted, dry, token)).Outcome, cancellationToken)
            : store.Write(async (db, token) => await Save(db, ask, wanted, dry, token), Rerun.OnConflictOrTakenKey, cancellationToken);
    }

    private async Task<PatientDecision> Decide(ContactCenterDb db, ImportAsk ask, WantedPatient wanted, DryPeople dry, CancellationToken cancellationToken)
    {
        if (wanted.Key is { } key && await ImportedRows.Find(db, ask.Practice.Id, ImportedKind.Patient, key, cancellationToken) is { } before)
            return new PatientDecision(before.Content == wanted.Content ? RowOutcome.AlreadyThere : RowOutcome.Refused(wanted.Fault(ImportCodes.ChangedSince, ImportWords.ChangedSince)));
        var near = await people.Near(db, ask.Practice.Id, wanted.Identity, cancellationToken);
        foreach (var same in near.Where(p => KnownPeople.IsSame(p.Identity, wanted.Identity)))
        {
            // Two ids for one name and birthday are two patients until somebody who knows them says otherwise.
            if (wanted.Key is null || !(dry.Linked.Contains(same.Row.Id) || await ImportedRows.IsSubject(db, ask.Practice.Id, ImportedKind.Patient, same.Row.Id.Value, cancellationToken)))
                return new PatientDecision(RowOutcome.AlreadyThere, same.Row.Id);
        }

        var earlier = dry.Near(wanted.Identity).ToList();
        if (earlier.Find(p => KnownPeople.IsSame(p.Identity, wanted.Identity) && (wanted.Key is null || !p.HasKey)) is { } twice)
            return new PatientDecision(RowOutcome.AlreadyThere, Twice: twice);
        return near.Select(p => p.Identity).Concat(earlier.Select(p => p.Identity)).Any(p => KnownPeople.MayBeSame(p, wanted.Identity))
            ? new PatientDecision(new RowOutcome(RowResult.Imported, wanted.Fault(ImportCodes.MayBeTheSame, ImportWords.MayBeTheSame)))
            : new PatientDecision(new RowOutcome(RowResult.Imported));
    }

    private async Task<RowOutcome> Save(ContactCenterDb db, ImportAsk ask, WantedPatient wanted, DryPeople dry, CancellationToken cancellationToken)
    {
        // Two who import the same list at once must see each other's patients.
        await AgendaLocks.Take(db, ask.Practice.Id, ["import"], cancellationToken);
        var decision = await Decide(db, ask, wanted, dry, cancellationToken);
        var isNew = decision.Outcome.Result == RowResult.Imported;
        if (isNew)
        {
            desk.Records.Add(db, ask.Practice.Id, wanted.Id, wanted.Identity, PatientFlags.None);
            await desk.Audit.Append(db, ask.Practice.Id, ask.Actor, AuditAction.PatientCreated, wanted.Id, cancellationToken);
        }

        if (wanted.Key is { } key && (isNew ? wanted.Id : decision.Same) is { } subject)
        {
            db.Add(new ImportedRow
            {
                PracticeId = ask.Practice.Id, Kind = ImportedKind.Patient, Token = key, Content = wanted.Content, Subject = subject.Value, At = clock.GetCurrentInstant(),
            });
        }

        return decision.Outcome;
    }

    private static PatientDecision Remember(DryPeople dry, WantedPatient wanted, PatientDecision decision)
    {
        if (decision.Outcome.Result == RowResult.Imported)
            dry.Add(wanted.Identity, wanted.Key is not null);
        else if (wanted.Key is not null && decision.Twice is { } twice)
            twice.HasKey = true;
        else if (wanted.Key is not null && decision.Same is { } same)
            dry.Linked.Add(same);
        return decision;
    }

    private static string Written(PatientIdentity patient) => string.Join(
        '\u001f', patient.Name.Family, patient.Name.Given, patient.Name.BirthFamily, patient.BirthDate, string.Join(' ', patient.Phones), patient.Email, patient.Notes, patient.Care?.Alert);

    private sealed record WantedPatient(PatientId Id, PatientIdentity Identity, long? Key, long Content, int Line)
    {
        public ImportFault Fault(string code, Said why) => new(Line, 1, code, why);
    }

    /// <param name="Same">The patient who is there already.</param>
    /// <param name="Twice">As <paramref name="Same"/>, of the rows before.</param>
    private sealed record PatientDecision(RowOutcome Outcome, PatientId? Same = null, DryPatient? Twice = null);
}
