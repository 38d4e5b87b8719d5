using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Imports.Files;
using NodaTime;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>Reads a table of appointments.</summary>
internal sealed class AppointmentSheet(SheetColumns columns, AgendaReading reading)
{
    private const string Id = "id";
    private const string PatientId = "id_patient";
    private const string Family = "nom";
    private const string Given = "prenom";
    private const string Born = "date_naissance";
    private const string Whose = "praticien";
    private const string Why = "motif";
    private const string Start = "debut";
    private const string End = "fin";
    private const string Minutes = "duree";
    private const string Day = "date";
    private const string From = "heure";
    private const string Until = "heure_fin";
    private const string Note = "note";
    private const string State = "etat";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["id"] = Id, ["identifiant"] = Id, ["uid"] = Id, ["externalid"] = Id, ["idrdv"] = Id, ["numerordv"] = Id, ["idrendezvous"] = Id, ["appointmentid"] = Id,
        ["idpatient"] = PatientId, ["patientid"] = PatientId, ["identifiantpatient"] = PatientId, ["numeropatient"] = PatientId, ["numerodossier"] = PatientId,
        ["nom"] = Family, ["nompatient"] = Family, ["patient"] = Family, ["familyname"] = Family, ["lastname"] = Family,
        ["prenom"] = Given, ["prenompatient"] = Given, ["givennames"] = Given, ["firstname"] = Given,
        ["datenaissance"] = Born, ["naissance"] = Born, ["birthdate"] = Born, ["dateofbirth"] = Born, ["datebirth"] = Born, ["ddn"] = Born,
        ["praticien"] = Whose, ["medecin"] = Whose, ["docteur"] = Whose, ["agenda"] = Whose, ["practitioner"] = Whose, ["doctor"] = Whose,
        ["motif"] = Why, ["motifconsultation"] = Why, ["typerdv"] = Why, ["reason"] = Why, ["visitreason"] = Why,
        ["debut"] = Start, ["start"] = Start, ["begin"] = Start, ["fin"] = End, ["end"] = End,
        ["duree"] = Minutes, ["dureemin"] = Minutes, ["minutes"] = Minutes, ["duration"] = Minutes,
        ["date"] = Day, ["jour"] = Day, ["daterdv"] = Day, ["heure"] = From, ["heuredebut"] = From, ["time"] = From, ["starttime"] = From,
        ["heurefin"] = Until, ["endtime"] = Until, ["note"] = Note, ["notes"] = Note, ["commentaire"] = Note, ["remarque"] = Note,
        ["etat"] = State, ["statut"] = State, ["state"] = State, ["status"] = State,
    };

    public static SheetColumns? Columns(CsvFile file, out ImportFault? fault)
    {
        var columns = SheetColumns.Read(file.Header, Names, several: null, out fault);
        if (fault is null && !columns!.Has(PatientId))
            fault = columns.Missing(Family);
        if (fault is null && !columns!.Has(Start))
            fault = columns.Has(Day) ? columns.Missing(From) : columns.Missing(Start);
        return fault is null ? columns : null;
    }

    public AppointmentRow Read(CsvRow row)
    {
        var draft = Draft(row, out var fault);
        return new AppointmentRow(columns.Source(row), draft, fault);
    }

    private AppointmentDraft? Draft(CsvRow row, out ImportFault? fault)
    {
        fault = columns.TooManyCells(row);
        if (fault is null && AgendaReading.IsCancelled(columns.Text(row, State)))
            fault = At(row, State, ImportCodes.CancelledThere, ImportWords.CancelledThere);
        var born = LocalTimes.Date(columns.Cell(row, Born).Text);
        if (fault is null && columns.Text(row, Born) is not null && born is null)
            fault = At(row, Born, ImportCodes.WrongDate, ImportWords.WrongDate);
        var name = $"{columns.Text(row, Family)} {columns.Text(row, Given)}".Trim();
        if (fault is null && columns.Text(row, PatientId) is null && name.Length == 0)
            fault = At(row, Family, ImportCodes.UnknownPatient, ImportWords.UnknownPatient);
        var (whose, why) = (reading.Practitioner(columns.Text(row, Whose)), reading.Reason(columns.Text(row, Why)));
        if (fault is null && whose is null)
            fault = At(row, Whose, ImportCodes.UnknownPractitioner, ImportWords.UnknownPractitioner);
        if (fault is null && why is null)
            fault = At(row, Why, ImportCodes.UnknownReason, ImportWords.UnknownReason);
        var time = fault is null ? Time(row, whose!, why!, out fault) : null;
        return fault is null
            ? new AppointmentDraft(columns.Text(row, Id), new NamedPatient(columns.Text(row, PatientId), name.Length == 0 ? null : name, born), whose!, why!, time!.Value, columns.Text(row, Note))
            : null;
    }

    private Interval? Time(CsvRow row, Practitioner whose, VisitReason why, out ImportFault? fault)
    {
        var first = columns.Has(Start) ? columns.Cell(row, Start) : Joined(row, From);
        (var start, fault) = LocalTimes.Moment(first, reading.Book.Zone);
        var end = fault is null ? EndOf(row, start, whose, why, out fault) : default;
        fault ??= reading.Check(start, end, columns.Text(row, Note), first.Line, first.Column);
        return fault is null ? new Interval(start, end) : null;
    }

    private Instant EndOf(CsvRow row, Instant start, Practitioner whose, VisitReason why, out ImportFault? fault)
    {
        fault = null;
        if (columns.Text(row, Minutes) is { } text)
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= VisitReason.LongestMinutes ? start + Duration.FromMinutes(minutes) : start;
        if (columns.Text(row, End) is null && columns.Text(row, Until) is null)
            return start + Duration.FromMinutes(why.Durations.Minutes(whose.Id, isNew: false, born: null, default) ?? 0);
        (var end, fault) = LocalTimes.Moment(columns.Text(row, End) is null ? Joined(row, Until) : EndCell(row), reading.Book.Zone);
        return end;
    }

    // An end of the same day is often written without its date.
    private SheetCell EndCell(CsvRow row)
    {
        var cell = columns.Cell(row, End);
        return LocalTimes.Time(cell.Text) is null ? cell : cell with { Text = $"{DayOf(row)} {cell.Text}" };
    }

    private SheetCell Joined(CsvRow row, string time)
    {
        var cell = columns.Cell(row, time);
        return cell with { Text = $"{DayOf(row)} {cell.Text}" };
    }

    private string DayOf(CsvRow row) => columns.Text(row, Day) ?? (columns.Text(row, Start) ?? "").Split(' ', 'T')[0];

    private ImportFault At(CsvRow row, string field, string code, Said why)
    {
        var cell = columns.Cell(row, field);
        return new ImportFault(cell.Line, cell.Column, code, why);
    }
}
