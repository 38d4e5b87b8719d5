using System.Buffers;
using System.Text;

namespace ContactCenter.Domain.Billing.Exports;

/// <summary>
/// A table as CSV: RFC 4180, comma, CRLF, to be stored as UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe before
/// it; numbers do not, a negative amount stays one.
/// </summary>
public static class CsvTable
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n\t;'");

    public static string Write(IEnumerable<string> header, IEnumerable<IEnumerable<CsvCell>> rows)
    {
        var text = new StringBuilder();
        Row(text, header.Select(h => new CsvCell(h, false)));
        foreach (var row in rows)
            Row(text, row);
        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<CsvCell> cells) =>
        text.AppendJoin(',', cells.Select(c => Quoted(c.IsNumber ? c.Text : Harmless(c.Text)))).Append("\r\n");

    // Spreadsheets skip white space before a formula, and take the full-width signs for their narrow ones.
    private static string Harmless(string text) =>
        text is ['\t' or '\r' or '\n', ..] || (text.AsSpan().TrimStart() is [var first, ..] && "=+-@|%＝＋－＠".Contains(first, StringComparison.Ordinal))
            ? "'" + text
            : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(NeedQuotes) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

/// <summary>A cell; texts are neutralised, numbers are our own and are not.</summary>
public readonly record struct CsvCell(string Text, bool IsNumber)
{
    public static CsvCell Of(string text) => new(text, false);

    public static CsvCell Of(long number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), true);

    public static CsvCell Of(Money amount) => new(amount.ToString(), true);

    public static CsvCell Of(UnitPrice price) => new(price.ToString(), true);
}
