using ContactCenter.Domain.Booking;
using ContactCenter.Server.Imports.Files;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>
/// Reads appointments out of a calendar. Whom an event is for stands in <c>X-PATIENT-ID</c> or begins its summary; its reason is a category, or
/// what follows the name.
/// </summary>
internal sealed class IcalAgenda(AgendaReading reading)
{
    public static readonly string[] Header = ["uid", "dtstart", "summary"];

    private static readonly string[] Between = [" - ", " – ", " — ", " : ", " | ", " ("];

    /// <summary>What is said of events beside those refused.</summary>
    public List<ImportFault> Notes { get; } = [];

    public IReadOnlyList<AppointmentRow> Read(IReadOnlyList<IcalBlock> blocks)
    {
        var parsed = blocks.Select(b => (Block: b, Event: IcalEvent.Parse(b, reading.Book.Zone, out var fault), Fault: fault)).ToList();
        var replaced = parsed.Where(p => p.Event is { Uid: not null, Replaces: not null }).Select(p => (p.Event!.Uid, p.Event.Replaces!.Value)).ToHashSet();
        return [.. parsed.SelectMany(p => p.Event is { } read ? Of(read, replaced) : [new AppointmentRow(new SourceRow(p.Block.Line, []), null, p.Fault)])];
    }

    private IEnumerable<AppointmentRow> Of(IcalEvent read, HashSet<(string?, LocalDateTime)> replaced)
    {
        var last = reading.Now.InZone(reading.Book.Zone).Date.PlusDays(ImportLimits.DaysAhead);
        if (IcalRepetition.Of(read, last, out var goesOn) is not { } times)
            return [Row(read, read.Start, null, Fault(read, ImportCodes.TooOften, ImportWords.TooOften))];
        if (goesOn)
            Notes.Add(Fault(read, ImportCodes.GoesOn, ImportWords.GoesOn));
        var own = times.Where(t => read.Replaces is not null || !replaced.Contains((read.Uid, t))).ToList();
        return own.Select(time => Draft(read, time, out var fault) is { } draft ? Row(read, time, draft, null) : Row(read, time, null, fault));
    }

    private AppointmentDraft? Draft(IcalEvent read, LocalDateTime time, out ImportFault? fault)
    {
        var (name, said) = Parts(read.Summary);
        var (patient, born) = (read.Own("X-PATIENT-ID"), LocalTimes.Date(read.Own("X-PATIENT-BIRTH-DATE") ?? ""));
        var whose = reading.Practitioner(read.Own("X-PRACTITIONER") ?? read.Read.Organizer?.CommonName) ?? reading.Defaults.Practitioner;
        var why = (read.Read.Categories ?? []).Append(said).Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => reading.Names.Reason(c!)).FirstOrDefault(r => r is not null)
            ?? reading.Defaults.Reason;
        var length = read.Length(reading.Book.Zone);
        fault = AgendaReading.IsCancelled(read.Read.Status) ? Fault(read, ImportCodes.CancelledThere, ImportWords.CancelledThere)
            : patient is null && name is null ? Fault(read, ImportCodes.UnknownPatient, ImportWords.UnknownPatient)
            : whose is null ? Fault(read, ImportCodes.UnknownPractitioner, ImportWords.UnknownPractitioner)
            : why is null ? Fault(read, ImportCodes.UnknownReason, ImportWords.UnknownReason)
            : length is null ? Fault(read, ImportCodes.NoEnd, ImportWords.NoEnd)
            : null;
        if (fault is not null)
            return null;
        (var start, fault) = LocalTimes.Moment(time, read.Zone, read.Block.Line, 1);
        var note = read.Read.Description?.Trim() is { Length: > 0 } written ? written : null;
        fault ??= reading.Check(start, start + length!.Value, note, read.Block.Line, 1);
        return fault is null
            ? new AppointmentDraft(KeyOf(read, time), new NamedPatient(patient, name, born), whose!, why!, new Interval(start, start + length!.Value), note)
            : null;
    }

    // An occurrence that was changed keeps the name of the one that it replaces.
    private static string? KeyOf(IcalEvent read, LocalDateTime time) =>
        read.Uid is null ? null : $"{read.Uid}\n{LocalDateTimePattern.GeneralIso.Format(read.Replaces ?? time)}";

    private static (string? Name, string? Reason) Parts(string? summary)
    {
        if (summary is null)
            return (null, null);
        var at = Between.Select(b => summary.IndexOf(b, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(summary.Length).Min();
        return (summary[..at].Trim(), summary[at..].Trim(' ', '-', '–', '—', ':', '|', '(', ')', ','));
    }

    private static AppointmentRow Row(IcalEvent read, LocalDateTime time, AppointmentDraft? draft, ImportFault? fault) =>
        new(new SourceRow(read.Block.Line, [read.Uid ?? "", LocalDateTimePattern.GeneralIso.Format(time), read.Summary ?? ""]), draft, fault);

    private static ImportFault Fault(IcalEvent read, string code, Said why) => new(read.Block.Line, 1, code, why);
}
