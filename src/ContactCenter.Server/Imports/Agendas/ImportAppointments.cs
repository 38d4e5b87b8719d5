using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Imports.Files;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using NodaTime;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>What an agenda file is, and what holds for the rows that do not say it.</summary>
internal sealed record AgendaFile(string Text, bool IsCalendar, string? Practitioner, string? Reason);

/// <summary>Takes appointments out of a table or calendar into the practice's agenda, over the same exclusive steps as every booking.</summary>
internal sealed class ImportAppointments(Store store, BookingScenes scenes, EnterImported enter, SearchTokens tokens, IClock clock)
{
    public async Task<(ImportPlan? Plan, ImportFault? Fault)> Plan(ImportAsk ask, AgendaFile file, CancellationToken cancellationToken)
    {
        if (await store.Read((db, token) => scenes.BookOf(db, ask.Practice.Id, token), cancellationToken) is not { } book)
            return (null, new ImportFault(1, 1, ImportCodes.NoCalendar, ImportWords.NoCalendar));
        if (AgendaDefaults.Read(new BookNames(book), file.Practitioner, file.Reason, out var fault) is not { } defaults)
            return (null, fault);
        var reading = new AgendaReading(book, defaults, clock.GetCurrentInstant());
        return file.IsCalendar ? (FromCalendar(ask, book, reading, file.Text, out fault), fault) : (FromTable(ask, book, reading, file.Text, out fault), fault);
    }

    private ImportPlan? FromTable(ImportAsk ask, BookingBook book, AgendaReading reading, string text, out ImportFault? fault)
    {
        if (CsvFile.Read(text, out fault) is not { } file || AppointmentSheet.Columns(file, out fault) is not { } columns)
            return null;
        var sheet = new AppointmentSheet(columns, reading);
        return new ImportPlan(columns.Header, Planned(ask, book, file.Rows.Select(sheet.Read)), columns.Ignored);
    }

    private ImportPlan? FromCalendar(ImportAsk ask, BookingBook book, AgendaReading reading, string text, out ImportFault? fault)
    {
        if (IcalBlocks.Read(text, out fault) is not { } blocks)
            return null;
        var agenda = new IcalAgenda(reading);
        var rows = Planned(ask, book, agenda.Read(blocks));
        if (rows.Count > ImportLimits.Rows)
            fault = new ImportFault(1, 1, ImportCodes.TooLarge, ImportWords.TooManyRows);
        return fault is null ? new ImportPlan(IcalAgenda.Header, rows, agenda.Notes) : null;
    }

    private List<PlannedRow> Planned(ImportAsk ask, BookingBook book, IEnumerable<AppointmentRow> rows)
    {
        var (seen, dry) = (new SeenKeys(), new DryCalendar());
        return [.. rows.Select(row => new PlannedRow(row.Source, row.Fault, token => One(ask, book, row, seen, dry, token)))];
    }

    private Task<RowOutcome> One(ImportAsk ask, BookingBook book, AppointmentRow row, SeenKeys seen, DryCalendar dry, CancellationToken cancellationToken)
    {
        var (practice, draft) = (ask.Practice.Id, row.Draft!);
        var content = tokens.Of(practice, "imported-content", draft.Written);
        var key = draft.Key is { } id ? tokens.Of(practice, "imported-appointment", id) : (long?)null;
        if (key is { } first && seen.Meet(first, content, row.Source.Line) is { } met)
            return Task.FromResult(met);
        var wanted = new WantedAppointment(new AppointmentId(Guid.CreateVersion7()), draft, key, content, row.Source.Line);
        var scene = new BookingScene(practice, book, ask.Actor.UserId, BookingChannel.Practice, null, ask.Culture, clock.GetCurrentInstant());
        return ask.IsDryRun
            ? store.Read((db, token) => enter.Try(db, scene, wanted, dry, token), cancellationToken)
            : store.Write((db, token) => enter.Do(db, scene, wanted, token), Rerun.OnConflictOrTakenKey, cancellationToken);
    }
}

internal sealed record WantedAppointment(AppointmentId Id, AppointmentDraft Draft, long? Key, long Content, int Line)
{
    public RowOutcome Refused(string code, Said why) => RowOutcome.Refused(new ImportFault(Line, 1, code, why));
}
