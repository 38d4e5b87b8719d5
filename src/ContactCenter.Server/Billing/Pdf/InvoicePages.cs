using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>The pages of an invoice that a person reads, from head to page numbers.</summary>
internal static class InvoicePages
{
    /// <param name="number">The invoice's number: an invoice that is drawn has one.</param>
    public static void Draw(Sheet sheet, Invoice invoice, string number, InvoicePresentation presentation)
    {
        sheet.NewPage();
        sheet.Repeat = () => ContinuationHead(sheet, invoice, number);
        InvoiceHead.Draw(sheet, invoice, number, presentation.Logo);
        InvoiceLines.Draw(sheet, invoice);
        InvoiceSums.Draw(sheet, invoice);
        InvoiceMentions.Draw(sheet, invoice, number, presentation.Evidence);
        if (presentation.Usage is { } usage)
            UsageSection.Draw(sheet, invoice, usage, presentation.Evidence);
        for (var page = 1; page <= sheet.Pages; page++)
            Foot(sheet, invoice, number, page);
    }

    private static void ContinuationHead(Sheet sheet, Invoice invoice, string number)
    {
        sheet.Text(Sheet.Left, sheet.Y, $"{FrenchText.Title(invoice.Kind)} {number}", TextStyle.Strong);
        var buyer = TextStyle.Small.Wrap(invoice.Buyer.Name, 260);
        sheet.TextRight(Sheet.Right, sheet.Y + 1.5, buyer.Count > 1 ? $"{buyer[0]} …" : buyer[0], TextStyle.Small);
        sheet.Rule(Sheet.Left, sheet.Y + 18, Sheet.Right, Ink.Rule);
        sheet.Y += 34;
    }

    private static void Foot(Sheet sheet, Invoice invoice, string number, int page)
    {
        const double Y = Sheet.Height - 46;
        var seller = invoice.Seller;
        sheet.Turn(page);
        sheet.Rule(Sheet.Left, Y, Sheet.Right, Ink.Rule);
        var company = $"{seller.Name} · SIREN {FrenchText.Grouped(seller.Siren, 3)} · TVA {seller.VatNumber}";
        sheet.Paragraph(Sheet.Left, Y + 8, 360, company, TextStyle.Small);
        sheet.TextRight(Sheet.Right, Y + 8, $"{number} · page {page}/{sheet.Pages}", TextStyle.Small);
    }
}
