using ContactCenter.Domain.Billing.Invoices;
using NodaTime;

namespace ContactCenter.Domain.Billing.Exports;

/// <summary>The lines of issued invoices, and the calls behind a line, as tables for accounting. No patient stands in either.</summary>
public static class InvoiceCsv
{
    private static readonly string[] LineColumns =
    [
        "invoice", "kind", "issued_on", "due_on", "buyer_siren", "line", "label", "quantity", "unit", "price", "base", "net",
        "vat_category", "vat_rate", "first",
        "last", "corrects",
    ];

    private static readonly string[] UseColumns = ["line_key", "call", "item", "quantity"];

    /// <exception cref="InvalidOperationException">One of them is a draft.</exception>
    public static string Lines(IEnumerable<Invoice> issued) =>
        CsvTable.Write(LineColumns, issued.SelectMany(i => i.Lines.Select(l => Cells(i, i.Reference(), l))));

    /// <summary>Every call, appointment and text message with its part of a line.</summary>
    public static string Uses(Statement statement) =>
        CsvTable.Write(UseColumns, statement.Lines.SelectMany(l => l.Uses.Select(u => (IEnumerable<CsvCell>)
    [
        CsvCell.Of(l.Key), CsvCell.Of(u.Call?.ToString() ?? ""), CsvCell.Of(u.Item?.ToString() ?? ""), CsvCell.Of(u.Quantity),
    ])));

    private static IEnumerable<CsvCell> Cells(Invoice invoice, InvoiceReference self, InvoiceLine line) =>
    [
        CsvCell.Of(self.Number), CsvCell.Of(InvoiceText.TypeCode(invoice.Kind)), Date(self.IssuedOn), Date(invoice.DueOn!.Value),
        CsvCell.Of(invoice.Buyer.Siren),
        CsvCell.Of(line.Number), CsvCell.Of(line.Label.Fr), CsvCell.Of(line.Quantity), CsvCell.Of(line.UnitCode), CsvCell.Of(line.Price),
        CsvCell.Of(line.Price.Per),
        CsvCell.Of(line.Net), CsvCell.Of(line.Vat.Code), new CsvCell(line.Vat.RateText, true), Date(line.First), Date(line.Last),
        CsvCell.Of(invoice.Corrects?.Number ?? ""),
    ];

    private static CsvCell Date(LocalDate date) => CsvCell.Of(InvoiceText.Iso(date));
}
