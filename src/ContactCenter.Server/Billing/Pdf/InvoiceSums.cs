using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>VAT by rate on the left and the totals on the right, never torn apart.</summary>
internal static class InvoiceSums
{
    private const double RowHeight = 16;
    private const double VatWidth = 250;
    private const double SumsLeft = Sheet.Right - 210;

    public static void Draw(Sheet sheet, Invoice invoice)
    {
        var totals = invoice.Totals;
        var exemptions = totals.ByVat.Select(v => v.Vat.ExemptionReason).OfType<string>()
            .SelectMany(r => TextStyle.Small.Wrap($"Exonération de TVA : {r}", VatWidth)).ToList();
        var sums = Sums(invoice).ToList();
        var height = Math.Max(
            20 + (totals.ByVat.Length * RowHeight) + (exemptions.Count * TextStyle.Small.LineHeight), (sums.Count * RowHeight) + 34);
        sheet.Need(height);
        VatTable(sheet, totals, exemptions);
        Totals(sheet, invoice, sums);
        sheet.Y += height + 22;
    }

    private static void VatTable(Sheet sheet, InvoiceTotals totals, List<string> exemptions)
    {
        const double BasisRight = Sheet.Left + 160;
        const double Right = Sheet.Left + VatWidth;
        var y = sheet.Y;
        sheet.Text(Sheet.Left, y, "Taux de TVA", TextStyle.Label);
        sheet.TextRight(BasisRight, y, "Base HT", TextStyle.Label);
        sheet.TextRight(Right, y, "Montant de la TVA", TextStyle.Label);
        y += 14;
        foreach (var subtotal in totals.ByVat)
        {
            sheet.Rule(Sheet.Left, y, Right, Ink.Rule);
            sheet.Text(Sheet.Left, y + 3, FrenchText.Rate(subtotal.Vat), TextStyle.Body);
            sheet.TextRight(BasisRight, y + 3, FrenchText.Amount(subtotal.Basis), TextStyle.Body);
            sheet.TextRight(Right, y + 3, FrenchText.Amount(subtotal.Amount), TextStyle.Body);
            y += RowHeight;
        }

        foreach (var line in exemptions)
        {
            sheet.Text(Sheet.Left, y + 3, line, TextStyle.Small);
            y += TextStyle.Small.LineHeight;
        }
    }

    private static IEnumerable<(string Label, Money Amount)> Sums(Invoice invoice)
    {
        yield return ("Total HT", invoice.Totals.Net);
        yield return ("Total TVA", invoice.Totals.Vat);
        yield return ("Total TTC", invoice.Totals.Gross);
        if (invoice.AlreadyPaid)
            yield return ("Déjà réglé", -invoice.Totals.Gross);
    }

    private static void Totals(Sheet sheet, Invoice invoice, List<(string Label, Money Amount)> sums)
    {
        var y = sheet.Y;
        foreach (var (label, amount) in sums)
        {
            sheet.Text(SumsLeft + 10, y, label, TextStyle.Body);
            sheet.TextRight(Sheet.Right - 10, y, FrenchText.Amount(amount), TextStyle.Body);
            y += RowHeight;
        }

        var white = TextStyle.Strong with { Size = 12, Ink = Ink.White };
        sheet.Fill(SumsLeft, y + 2, Sheet.Right - SumsLeft, 28, Ink.Accent);
        sheet.Text(SumsLeft + 10, y + 8, invoice.Kind == InvoiceKind.CreditNote ? "À votre crédit" : "Net à payer", white);
        sheet.TextRight(Sheet.Right - 10, y + 8, FrenchText.Amount(invoice.AlreadyPaid ? Money.Zero : invoice.Totals.Gross), white);
    }
}
