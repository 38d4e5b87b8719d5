using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>The upper half of the first page: who invoices whom, when, and how much.</summary>
internal static class InvoiceHead
{
    private const double Gap = 24;
    private const double ColumnWidth = (Sheet.Right - Sheet.Left - Gap) / 2;
    private const double BuyerLeft = Sheet.Right - ColumnWidth;

    public static void Draw(Sheet sheet, Invoice invoice, string number, InvoiceLogo? logo)
    {
        var height = Math.Max(Mark(sheet, invoice.Seller, logo), TitleOf(sheet, invoice.Kind, number));
        sheet.Y += height + 22;
        var seller = Party(sheet, Sheet.Left, "Émetteur", invoice.Seller);
        var buyer = Party(sheet, BuyerLeft, "Client", invoice.Buyer);
        sheet.Y += Math.Max(seller, buyer) + 18;
        Band(sheet, invoice);
        if (invoice.Corrects is { } corrected)
            sheet.Y += 10 + sheet.Paragraph(Sheet.Left, sheet.Y, Sheet.Right - Sheet.Left, About(invoice.Kind, corrected), TextStyle.Strong);
    }

    private static double Mark(Sheet sheet, InvoiceParty seller, InvoiceLogo? logo)
    {
        const double MaximumHeight = 54;
        if (logo is null)
            return sheet.Paragraph(Sheet.Left, sheet.Y + 2, ColumnWidth, seller.Name, TextStyle.Title with { Size = 16 });
        var scale = Math.Min(190.0 / logo.Width, MaximumHeight / logo.Height);
        sheet.Picture(logo, Sheet.Left, sheet.Y, logo.Width * scale, logo.Height * scale);
        return logo.Height * scale;
    }

    private static double TitleOf(Sheet sheet, InvoiceKind kind, string number)
    {
        var title = FrenchText.Title(kind);
        var style = title.Length > 12 ? TextStyle.Title with { Size = 20 } : TextStyle.Title;
        sheet.TextRight(Sheet.Right, sheet.Y - 4, title, style);
        sheet.TextRight(Sheet.Right, sheet.Y + 30, $"n° {number}", TextStyle.Heading with { Ink = Ink.Text });
        return 46;
    }

    private static double Party(Sheet sheet, double x, string role, InvoiceParty party)
    {
        var y = sheet.Y;
        sheet.Text(x, y, role.ToUpperInvariant(), TextStyle.Label with { Ink = Ink.Accent });
        y += 14;
        y += sheet.Paragraph(x, y, ColumnWidth, party.Name, TextStyle.Strong with { Size = 11 }) + 1;
        y += sheet.Paragraph(x, y, ColumnWidth, party.Address.Line, TextStyle.Body);
        y += sheet.Paragraph(x, y, ColumnWidth, $"{party.Address.PostCode} {party.Address.City}", TextStyle.Body);
        y += sheet.Paragraph(x, y, ColumnWidth, FrenchText.Territory(party.Address.CountryCode), TextStyle.Body);
        y += 4;
        y += sheet.Paragraph(x, y, ColumnWidth, Numbers(party), TextStyle.Small);
        y += sheet.Paragraph(x, y, ColumnWidth, $"Adresse de facturation électronique : {party.ElectronicAddress}", TextStyle.Small);
        return y - sheet.Y;
    }

    private static string Numbers(InvoiceParty party)
    {
        var siret = party.Siret is { } number ? $" · SIRET {FrenchText.Grouped(number[..9], 3)}\u00A0{number[9..]}" : "";
        var vat = party.VatNumber is { } key ? $" · TVA {key}" : "";
        return $"SIREN {FrenchText.Grouped(party.Siren, 3)}{siret}{vat}";
    }

    private static void Band(Sheet sheet, Invoice invoice)
    {
        const double Height = 42;
        var owed = invoice.Kind == InvoiceKind.CreditNote ? ("À votre crédit", invoice.Totals.Gross)
            : ("Net à payer", invoice.AlreadyPaid ? default : invoice.Totals.Gross);
        sheet.Fill(Sheet.Left, sheet.Y, Sheet.Right - Sheet.Left, Height, Ink.Wash);
        sheet.Fill(Sheet.Left, sheet.Y, 3, Height, Ink.Accent);
        Cell(sheet, Sheet.Left + 14, "Date d’émission", FrenchText.Day(invoice.IssuedOn!.Value));
        Cell(sheet, Sheet.Left + 122, "Période", FrenchText.Days(invoice.Period.Start, invoice.Period.End));
        if (invoice.Kind != InvoiceKind.CreditNote)
            Cell(sheet, Sheet.Left + 286, "Échéance", FrenchText.Day(invoice.DueOn!.Value));
        sheet.TextRight(Sheet.Right - 12, sheet.Y + 8, owed.Item1, TextStyle.Label);
        sheet.TextRight(Sheet.Right - 12, sheet.Y + 20, FrenchText.Amount(owed.Item2), TextStyle.Strong with { Size = 11.5, Ink = Ink.Accent });
        sheet.Y += Height + 20;
    }

    private static void Cell(Sheet sheet, double x, string label, string value)
    {
        sheet.Text(x, sheet.Y + 8, label, TextStyle.Label);
        sheet.Text(x, sheet.Y + 21, value, TextStyle.Strong);
    }

    private static string About(InvoiceKind kind, InvoiceReference corrected) => kind switch
    {
        InvoiceKind.CreditNote => $"Avoir sur la facture {corrected.Number} du {FrenchText.Day(corrected.IssuedOn)}.",
        _ => $"Annule et remplace la facture {corrected.Number} du {FrenchText.Day(corrected.IssuedOn)}.",
    };
}
