using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>Ages, lengths of time and money: as people say them, and as the text writes them. What cannot be read stays as it is, to be found faulty.</summary>
internal static class WrittenAmount
{
    private static readonly string[] Years = ["y", "a", "an", "ans", "year", "years"];
    private static readonly string[] Months = ["m", "mois", "month", "months"];
    private static readonly string[] Hours = ["h", "heure", "heures", "hour", "hours"];
    private static readonly string[] Minutes = ["m", "mn", "min", "minute", "minutes"];

    // Far beyond what a reason may charge, and no figure of cents can overflow below it.
    private const decimal Most = 1_000_000_000;

    /// <summary><c>16</c> for 16 years, <c>18m</c> for 18 months.</summary>
    /// <param name="was">As it was written: that stays when nothing else was entered.</param>
    public static string Age(string entered, string? was) => Parts(entered) switch
    {
        _ when was is not null && entered == AgeShown(was) => was,
        (var count, "") => count,
        (var count, var unit) when Years.Contains(unit) => count,
        (var count, var unit) when Months.Contains(unit) => $"{count}m",
        _ => entered.Trim(),
    };

    public static string AgeShown(string written) => Parts(written) switch
    {
        ("1", "" or "y") => RulesWords.AgeYear,
        ("1", "m") => RulesWords.AgeMonth,
        (var count, "" or "y") => Say.With(RulesWords.AgeYears, count),
        (var count, "m") => Say.With(RulesWords.AgeMonths, count),
        _ => written,
    };

    public static string AgesShown(string from, string under) => (from.Length > 0, under.Length > 0) switch
    {
        (true, true) => Say.With(RulesWords.AgesFromTo, AgeShown(from), AgeShown(under)),
        (true, false) => Say.With(RulesWords.AgesFrom, AgeShown(from)),
        (false, true) => Say.With(RulesWords.AgesUnder, AgeShown(under)),
        (false, false) => RulesWords.AgesAll,
    };

    /// <summary><c>2h</c> or <c>90m</c>.</summary>
    public static string Length(string entered, string? was) => Parts(entered) switch
    {
        _ when was is not null && entered == LengthShown(was) => was,
        (var count, var unit) when Hours.Contains(unit) => $"{count}h",
        (var count, var unit) when Minutes.Contains(unit) => $"{count}m",
        _ => entered.Trim(),
    };

    public static string LengthShown(string written) => Parts(written) switch
    {
        (var count, "m") => $"{count} min",
        (var count, { Length: > 0 } unit) => $"{count} {unit}",
        _ => written,
    };

    /// <summary>Degrees with a point: people write a comma, and maps add a sign.</summary>
    public static string Degrees(string entered) => entered.Replace("°", "", StringComparison.Ordinal).Trim().Replace(',', '.');

    public static string DegreesShown(string written) => written.Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);

    /// <summary>What is no amount goes on with its sign, so that it is never taken for cents.</summary>
    public static string Cents(string euros)
    {
        var figure = string.Concat(euros.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        if (figure.Length == 0)
            return "";
        return decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < Most && amount * 100 == decimal.Truncate(amount * 100)
            ? ((long)(amount * 100)).ToString(CultureInfo.InvariantCulture)
            : $"{euros.Trim().TrimEnd('€').TrimEnd()} €";
    }

    public static string Euros(string cents) =>
        long.TryParse(cents, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? (amount / 100m).ToString("0.00", CultureInfo.CurrentCulture) : cents;

    /// <summary>A number and what follows it; null when it begins otherwise.</summary>
    private static (string Count, string Unit)? Parts(string text)
    {
        var words = text.Trim();
        var digits = words.TakeWhile(char.IsAsciiDigit).Count();
        return digits == 0 ? null : (words[..digits], words[digits..].Trim().ToLowerInvariant());
    }
}
