using System.Globalization;
using System.Text;
using NodaTime;

namespace ContactCenter.Domain.Billing.Exports;

/// <summary>Entries as the tax authority reads them: 18 columns apart by tabs, dates AAAAMMJJ, amounts with a comma; UTF-8.</summary>
public static class FecFile
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate",
        "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
    ];

    /// <param name="closing">Last day of the financial year.</param>
    public static string Name(string siren, LocalDate closing) => $"{siren}FEC{Date(closing)}.txt";

    public static string Write(IEnumerable<FecEntry> entries)
    {
        var text = new StringBuilder();
        Row(text, Columns);
        foreach (var entry in entries)
            Row(text, Cells(entry));
        return text.ToString();
    }

    private static IEnumerable<string> Cells(FecEntry entry) =>
    [
        SalesJournal.Code, SalesJournal.Label, entry.Number.ToString(CultureInfo.InvariantCulture), Date(entry.Date), entry.Account.Number,
        entry.Account.Label,
        entry.Auxiliary?.Number ?? "", entry.Auxiliary?.Label ?? "", entry.Piece, Date(entry.Date), entry.Label, Amount(entry.Debit),
        Amount(entry.Credit),
        "", "", Date(entry.Date), "", "",
    ];

    // A tab or a line end within a name would move the columns.
    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin('\t', cells.Select(c => c.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' '))).Append("\r\n");

    private static string Amount(Money amount) => amount.ToString().Replace('.', ',');

    private static string Date(LocalDate date) => date.ToString("uuuuMMdd", CultureInfo.InvariantCulture);
}
