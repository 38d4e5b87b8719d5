using System.Globalization;

namespace ContactCenter.AgentConsole.Patients;

/// <summary>Birth dates as they are dictated, day first in both languages; two digits of a year mean the last such year that has been.</summary>
internal static class BirthDateText
{
    private static readonly string[] Forms = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "ddMMyyyy", "yyyy-MM-dd"];
    private static readonly string[] ShortForms = ["d/M/yy", "d.M.yy", "d-M-yy", "ddMMyy"];

    public static DateOnly? Parse(string text, DateOnly today)
    {
        var trimmed = text.Trim();
        if (DateOnly.TryParseExact(trimmed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var full))
            return full <= today && full.Year > today.Year - 130 ? full : null;
        if (!DateOnly.TryParseExact(trimmed, ShortForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var given))
            return null;
        var thisCentury = today.Year / 100 * 100 + given.Year % 100;
        var year = thisCentury > today.Year ? thisCentury - 100 : thisCentury;
        return given.Day <= DateTime.DaysInMonth(year, given.Month) && new DateOnly(year, given.Month, given.Day) is var born && born <= today ? born : null;
    }

    public static string Write(DateOnly born) => born.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Whole years, below two years in months: what a secretary says of a child.</summary>
    public static (int Count, bool Months) Age(DateOnly born, DateOnly today)
    {
        var months = (today.Year - born.Year) * 12 + today.Month - born.Month - (today.Day < born.Day ? 1 : 0);
        return months < 24 ? (months, true) : (months / 12, false);
    }
}
