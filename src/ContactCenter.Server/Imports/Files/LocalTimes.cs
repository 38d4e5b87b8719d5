using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Imports.Files;

/// <summary>Dates and times as people and programs write them; a two-digit year is nobody's.</summary>
internal static class LocalTimes
{
    private static readonly LocalDatePattern[] Dates = [.. new[] { "uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d-M-uuuu" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    private static readonly LocalTimePattern[] Times = [.. new[] { "H:mm", "H:mm:ss", "H'h'mm", "H'h'" }.Select(LocalTimePattern.CreateWithInvariantCulture)];

    public static LocalDate? Date(string text) => Dates.Select(p => p.Parse(text)).FirstOrDefault(r => r.Success)?.Value;

    public static LocalTime? Time(string text) => Times.Select(p => p.Parse(text)).FirstOrDefault(r => r.Success)?.Value;

    /// <summary>A moment that bears its offset (<c>2026-10-25T02:30+01:00</c>), or one by the clock of <paramref name="zone"/>.</summary>
    public static (Instant At, ImportFault? Fault) Moment(SheetCell cell, DateTimeZone zone)
    {
        if (cell.Text.Contains('T', StringComparison.Ordinal) && HasOffset(cell.Text)
            && DateTimeOffset.TryParse(cell.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            return (Instant.FromDateTimeOffset(exact), null);
        if (cell.Text.Split([' ', 'T'], 2, StringSplitOptions.TrimEntries) is [var day, var time] && Date(day) is { } date && Time(time) is { } clock)
            return Moment(date + clock, zone, cell.Line, cell.Column);
        return (default, new ImportFault(cell.Line, cell.Column, ImportCodes.WrongTime, ImportWords.WrongTime));
    }

    /// <summary>A time that the clocks skip is none; one that they show twice must say which.</summary>
    public static (Instant At, ImportFault? Fault) Moment(LocalDateTime local, DateTimeZone zone, int line, int column)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => (default, new ImportFault(line, column, ImportCodes.InTheGap, ImportWords.InTheGap)),
            1 => (mapping.Single().ToInstant(), null),
            _ => (default, new ImportFault(line, column, ImportCodes.InTheOverlap, ImportWords.InTheOverlap)),
        };
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}
