using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Imports.Files;
using ContactCenter.Server.Patients;
using NodaTime;

namespace ContactCenter.Server.Imports.People;

/// <summary>A patient as one row of a table tells her, or what is wrong with the row.</summary>
/// <param name="Key">Her id in the file; null when it has none.</param>
internal sealed record PatientRow(SourceRow Source, string? Key, PatientIdentity? Identity, ImportFault? Fault);

/// <summary>Reads a table of patients.</summary>
internal sealed class PatientSheet(SheetColumns columns, HolidayRegion region, LocalDate today)
{
    private const string Id = "id";
    private const string Family = "nom";
    private const string Given = "prenom";
    private const string BirthFamily = "nom_naissance";
    private const string Born = "date_naissance";
    private const string Phone = "telephone";
    private const string Mail = "email";
    private const string Notes = "notes";
    private const string Alert = "alerte";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["id"] = Id, ["identifiant"] = Id, ["externalid"] = Id, ["patientid"] = Id, ["numero"] = Id, ["numeropatient"] = Id, ["numerodossier"] = Id, ["ndossier"] = Id, ["npatient"] = Id,
        ["nom"] = Family, ["nomusage"] = Family, ["nomfamille"] = Family, ["familyname"] = Family, ["lastname"] = Family, ["surname"] = Family,
        ["prenom"] = Given, ["prenoms"] = Given, ["givennames"] = Given, ["givenname"] = Given, ["firstname"] = Given,
        ["nomnaissance"] = BirthFamily, ["nomjeunefille"] = BirthFamily, ["birthfamilyname"] = BirthFamily, ["birthname"] = BirthFamily, ["maidenname"] = BirthFamily,
        ["datenaissance"] = Born, ["naissance"] = Born, ["ne"] = Born, ["neele"] = Born, ["birthdate"] = Born, ["dateofbirth"] = Born, ["datebirth"] = Born, ["born"] = Born, ["ddn"] = Born,
        ["telephone"] = Phone, ["telephone1"] = Phone, ["telephone2"] = Phone, ["telephonefixe"] = Phone, ["telephonemobile"] = Phone, ["telephoneportable"] = Phone, ["tel"] = Phone,
        ["tel1"] = Phone, ["tel2"] = Phone, ["telfixe"] = Phone, ["telportable"] = Phone, ["telmobile"] = Phone, ["fixe"] = Phone, ["portable"] = Phone, ["mobile"] = Phone,
        ["phone"] = Phone, ["phone1"] = Phone, ["phone2"] = Phone, ["phones"] = Phone,
        ["email"] = Mail, ["mail"] = Mail, ["courriel"] = Mail, ["adressemail"] = Mail, ["emailaddress"] = Mail,
        ["notes"] = Notes, ["note"] = Notes, ["remarque"] = Notes, ["remarques"] = Notes, ["commentaire"] = Notes, ["commentaires"] = Notes,
        ["alerte"] = Alert, ["alert"] = Alert,
    };

    // By the field that the form names.
    private static readonly Dictionary<string, string> ColumnOf = new(StringComparer.Ordinal)
    {
        ["familyName"] = Family, ["givenNames"] = Given, ["birthFamilyName"] = BirthFamily, ["birthDate"] = Born, ["phones"] = Phone, ["email"] = Mail, ["notes"] = Notes, ["alert"] = Alert,
    };

    public static SheetColumns? Columns(CsvFile file, out ImportFault? fault)
    {
        var columns = SheetColumns.Read(file.Header, Names, several: Phone, out fault);
        fault ??= columns!.Missing(Family, Given);
        return fault is null ? columns : null;
    }

    public PatientRow Read(CsvRow row)
    {
        var key = columns.Text(row, Id);
        var born = columns.Cell(row, Born);
        var date = LocalTimes.Date(born.Text);
        if (columns.TooManyCells(row) is { } split)
            return Refused(row, split);
        if (born.Text.Length > 0 && date is null)
            return Refused(row, new ImportFault(born.Line, born.Column, ImportCodes.WrongDate, ImportWords.WrongDate));
        var form = new SavePatient(
            columns.Cell(row, Family).Text, columns.Cell(row, Given).Text, columns.Text(row, BirthFamily), date?.ToDateOnly(), Phones(row),
            columns.Text(row, Mail), columns.Text(row, Notes), Alert: columns.Text(row, Alert));
        return PatientForm.Read(form, region, today) switch
        {
            PatientFormFault { Field: "birthDate" } => Refused(row, new ImportFault(born.Line, born.Column, ImportCodes.WrongDate, ImportWords.WrongDate)),
            PatientFormFault wrong => Refused(row, WrongField(row, ColumnOf[wrong.Field])),
            PatientFormRead { Identity: { BirthDate: null, Phones.Count: 0 } } when key is null => Refused(row, new ImportFault(row.Line, 1, ImportCodes.NoIdentity, ImportWords.NoIdentity)),
            PatientFormRead { Identity: var identity } => new PatientRow(columns.Source(row), key, identity, null),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    // One cell may hold several numbers.
    private List<string> Phones(CsvRow row) =>
        [.. columns.Cells(row, Phone).SelectMany(c => c.Text.Split(['/', '|', ';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private ImportFault WrongField(CsvRow row, string field)
    {
        var cell = field == Phone
            ? columns.Cells(row, Phone).FirstOrDefault(c => c.Text.Length > 0 && !TypedPhoneNumber.TryRead(c.Text, region, out _), columns.Cell(row, Phone))
            : columns.Cell(row, field);
        return new ImportFault(cell.Line, cell.Column, ImportCodes.WrongField, ImportWords.WrongField(field));
    }

    private PatientRow Refused(CsvRow row, ImportFault fault) => new(columns.Source(row), null, null, fault);
}
