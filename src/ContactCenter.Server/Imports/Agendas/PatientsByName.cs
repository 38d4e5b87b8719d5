using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Imports.People;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>Whom a row of a calendar means.</summary>
internal sealed class PatientsByName(PatientSearch search, SearchTokens tokens)
{
    /// <summary>The patient; none, or several, is said by the fault.</summary>
    public async Task<(PatientId Patient, string? Code, Said? Why)> Find(ContactCenterDb db, PracticeId practice, NamedPatient named, CancellationToken cancellationToken)
    {
        if (named.Key is { } key)
            return await ByKey(db, practice, key, cancellationToken) is { } known ? (known, null, null) : (default, ImportCodes.UnknownPatient, ImportWords.UnknownPatient);
        var asked = NameWords.Asked(named.Name);
        if (asked.Count == 0)
            return (default, ImportCodes.UnknownPatient, ImportWords.UnknownPatient);
        var found = (await search.Find(db, practice, new PatientQuestion(asked, null, named.Born), cancellationToken)).FindAll(p => IsMeant(asked, p.Identity.Name));
        return found switch
        {
            [var one] => (one.Row.Id, null, null),
            [] => (default, ImportCodes.UnknownPatient, ImportWords.UnknownPatient),
            _ => (default, ImportCodes.SeveralPatients, ImportWords.SeveralPatients),
        };
    }

    /// <summary>Who was imported under the id; whoever she was merged into stands for her.</summary>
    private async Task<PatientId?> ByKey(ContactCenterDb db, PracticeId practice, string key, CancellationToken cancellationToken)
    {
        if (await ImportedRows.Find(db, practice, ImportedKind.Patient, tokens.Of(practice, ImportPatients.KeyKind, key), cancellationToken) is not { } row)
            return null;
        PatientId? patient = new PatientId(row.Subject);
        while (await db.Set<Patient>().Where(p => p.PracticeId == practice && p.Id == patient).Select(p => p.MergedInto).SingleOrDefaultAsync(cancellationToken) is { } next)
            patient = next;
        return patient;
    }

    /// <summary>Every word that was written is hers, and both her names are written: a family name alone means nobody.</summary>
    private static bool IsMeant(IReadOnlyList<string> asked, PersonName name) =>
        asked.All(name.Words.Contains) && asked.Any(NameWords.Of(name.Given).Contains)
        && (asked.Any(NameWords.Of(name.Family).Contains) || asked.Any(NameWords.Of(name.BirthFamily).Contains));
}
