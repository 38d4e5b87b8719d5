using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>The lines, over as many pages as they need; each page has the table's head again, and no line is torn apart.</summary>
internal static class InvoiceLines
{
    private const double LabelLeft = Sheet.Left + 24;
    private const double LabelWidth = 196;
    private const double QuantityRight = Sheet.Left + 300;
    private const double PriceRight = Sheet.Left + 382;
    private const double VatRight = Sheet.Left + 428;
    private const double Padding = 6;

    public static void Draw(Sheet sheet, Invoice invoice)
    {
        var head = sheet.Repeat;
        Head(sheet);
        sheet.Repeat = () =>
        {
            head?.Invoke();
            Head(sheet);
        };
        foreach (var line in invoice.Lines)
            Line(sheet, invoice, line);
        sheet.Repeat = head;
        sheet.Y += 14;
    }

    private static void Head(Sheet sheet)
    {
        sheet.Text(Sheet.Left, sheet.Y, "N°", TextStyle.Label);
        sheet.Text(LabelLeft, sheet.Y, "Désignation", TextStyle.Label);
        sheet.TextRight(QuantityRight, sheet.Y, "Quantité", TextStyle.Label);
        sheet.TextRight(PriceRight, sheet.Y, "Prix unitaire HT", TextStyle.Label);
        sheet.TextRight(VatRight, sheet.Y, "TVA", TextStyle.Label);
        sheet.TextRight(Sheet.Right, sheet.Y, "Montant HT", TextStyle.Label);
        sheet.Fill(Sheet.Left, sheet.Y + 15, Sheet.Right - Sheet.Left, 1.2, Ink.Accent);
        sheet.Y += 17;
    }

    private static void Line(Sheet sheet, Invoice invoice, InvoiceLine line)
    {
        var label = TextStyle.Body.Wrap(line.Label.Fr, LabelWidth);
        var details = Details(invoice, line).SelectMany(d => TextStyle.Small.Wrap(d, LabelWidth)).ToList();
        var height = (label.Count * TextStyle.Body.LineHeight) + (details.Count * TextStyle.Small.LineHeight) + (2 * Padding);
        sheet.Need(height);
        var y = sheet.Y + Padding;
        sheet.Text(Sheet.Left, y, FrenchText.Number(line.Number), TextStyle.Body with { Ink = Ink.Quiet });
        sheet.TextRight(QuantityRight, y, FrenchText.Quantity(line), TextStyle.Body);
        sheet.TextRight(PriceRight, y, FrenchText.Price(line), TextStyle.Body);
        sheet.TextRight(VatRight, y, FrenchText.Rate(line.Vat), TextStyle.Body);
        sheet.TextRight(Sheet.Right, y, FrenchText.Amount(line.Net), TextStyle.Strong with { Size = 9 });
        Stack(sheet, Stack(sheet, y, label, TextStyle.Body), details, TextStyle.Small);
        sheet.Y += height;
        sheet.Rule(Sheet.Left, sheet.Y, Sheet.Right, Ink.Rule);
    }

    private static IEnumerable<string> Details(Invoice invoice, InvoiceLine line)
    {
        if (line.UnitCode == "SEC" && line.Quantity >= 60)
            yield return $"soit {FrenchText.Duration(line.Quantity)}";
        if (line.First != invoice.Period.Start || line.Last != invoice.Period.End)
            yield return FrenchText.Days(line.First, line.Last);
    }

    private static double Stack(Sheet sheet, double y, IReadOnlyList<string> lines, TextStyle style)
    {
        foreach (var line in lines)
        {
            sheet.Text(LabelLeft, y, line, style);
            y += style.LineHeight;
        }

        return y;
    }
}
