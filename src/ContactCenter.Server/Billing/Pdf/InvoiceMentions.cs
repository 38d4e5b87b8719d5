using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>How to pay, where the evidence is, and what the law wants printed.</summary>
internal static class InvoiceMentions
{
    private const double Width = Sheet.Right - Sheet.Left;

    private static readonly TextStyle Link = TextStyle.Strong with { Size = 8.5, Ink = Ink.Accent };

    public static void Draw(Sheet sheet, Invoice invoice, string number, Uri evidence)
    {
        Section(sheet, "Règlement", TextStyle.Body, Settlement(invoice, number));
        Evidence(sheet, evidence);
        Section(sheet, "Mentions légales", TextStyle.Small, Legal(invoice));
    }

    /// <summary>The address of the evidence, to be read on paper and followed on a screen.</summary>
    /// <returns>The height that it takes.</returns>
    public static double Address(Sheet sheet, double x, double width, Uri address)
    {
        var height = sheet.Paragraph(x, sheet.Y, width, address.AbsoluteUri, Link);
        sheet.Link(x, sheet.Y, Math.Min(width, Link.Width(address.AbsoluteUri)), height, address);
        return height;
    }

    private static void Evidence(Sheet sheet, Uri address)
    {
        const double Inner = Width - 28;
        var height = 30 + (Link.Wrap(address.AbsoluteUri, Inner).Count * Link.LineHeight);
        sheet.Need(height);
        sheet.Fill(Sheet.Left, sheet.Y, Width, height, Ink.Wash);
        sheet.Fill(Sheet.Left, sheet.Y, 3, height, Ink.Accent);
        sheet.Text(Sheet.Left + 14, sheet.Y + 8, "Chaque seconde facturée se vérifie, appel par appel, et se conteste en ligne :", TextStyle.Body);
        sheet.Y += 21;
        Address(sheet, Sheet.Left + 14, Inner, address);
        sheet.Y += height - 21 + 18;
    }

    private static void Section(Sheet sheet, string heading, TextStyle style, IEnumerable<string> sentences)
    {
        var paragraphs = sentences.Select(s => style.Wrap(s, Width)).ToList();
        sheet.Need(18 + (paragraphs.Sum(p => p.Count) * style.LineHeight));
        sheet.Text(Sheet.Left, sheet.Y, heading, TextStyle.Heading with { Size = 10 });
        sheet.Y += 17;
        foreach (var line in paragraphs.SelectMany(p => p))
        {
            sheet.Need(style.LineHeight);
            sheet.Text(Sheet.Left, sheet.Y, line, style);
            sheet.Y += style.LineHeight;
        }

        sheet.Y += 14;
    }

    private static IEnumerable<string> Settlement(Invoice invoice, string number)
    {
        if (invoice.Kind == InvoiceKind.CreditNote)
            yield return "Ce montant vient en déduction de votre prochaine facture, ou vous est remboursé si le contrat est terminé.";
        else if (invoice.AlreadyPaid)
            yield return "Cette facture est réglée : aucun paiement n’est attendu.";
        else
        {
            yield return $"Par virement au plus tard le {FrenchText.Day(invoice.DueOn!.Value)}, en rappelant le numéro {number}.";
            yield return $"IBAN {FrenchText.Grouped(invoice.Terms.Iban, 4)}";
        }
    }

    private static IEnumerable<string> Legal(Invoice invoice)
    {
        yield return "Catégorie de l’opération : prestation de services.";
        yield return invoice.Terms.VatOnDebits ? "Option pour le paiement de la taxe d’après les débits." : "TVA exigible à l’encaissement.";
        if (invoice.Kind != InvoiceKind.CreditNote)
        {
            yield return invoice.Terms.LatePenalties;
            yield return invoice.Terms.RecoveryCosts;
            yield return invoice.Terms.EarlyDiscount;
        }

        yield return $"Facture électronique Factur-X (norme EN 16931) : le fichier {FacturX.FileName} est joint à ce document.";
    }
}
