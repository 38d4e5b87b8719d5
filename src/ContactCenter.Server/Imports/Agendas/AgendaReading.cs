using ContactCenter.Domain.Booking;
using ContactCenter.Server.Imports.Files;
using NodaTime;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>What both kinds of calendar files are read with.</summary>
internal sealed record AgendaReading(BookingBook Book, AgendaDefaults Defaults, Instant Now)
{
    private const int LongestNote = 2000;

    public BookNames Names { get; } = new(Book);

    public Practitioner? Practitioner(string? text) => text is null ? Defaults.Practitioner : Names.Practitioner(text);

    public VisitReason? Reason(string? text) => text is null ? Defaults.Reason : Names.Reason(text);

    /// <summary>The first thing about its time or note that cannot be; null when all is well.</summary>
    public ImportFault? Check(Instant start, Instant end, string? note, int line, int column)
    {
        var length = end - start;
        if (length < Duration.FromMinutes(1) || length > Duration.FromMinutes(VisitReason.LongestMinutes))
            return new ImportFault(line, column, ImportCodes.WrongLength, ImportWords.WrongLength);
        if (start < Now - Duration.FromDays(366 * ImportLimits.YearsBack) || start > Now + Duration.FromDays(366 * ImportLimits.YearsAhead))
            return new ImportFault(line, column, ImportCodes.TooFar, ImportWords.TooFar);
        return note?.Length > LongestNote ? new ImportFault(line, column, ImportCodes.TooLong, ImportWords.TooLong) : null;
    }

    public static bool IsCancelled(string? text) =>
        text is not null && SheetColumns.Plain(text) is var plain && (plain.StartsWith("annul", StringComparison.Ordinal) || plain.StartsWith("cancel", StringComparison.Ordinal));
}
