using System.Security.Cryptography;
using System.Text;
using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>
/// An issued invoice as Factur-X 1.0, profile EN 16931: a PDF/A-3 for people with the CII file for machines inside. The same invoice
/// gives the same bytes.
/// </summary>
internal static class FacturX
{
    /// <summary>The name that the standard demands of the file inside.</summary>
    public const string FileName = "factur-x.xml";

    /// <param name="cii">The file that went, or goes, to the platform: it is attached byte by byte, as UTF-8 without byte order mark.</param>
    /// <exception cref="InvalidOperationException">The invoice is a draft.</exception>
    public static byte[] Write(Invoice invoice, string cii, InvoicePresentation presentation)
    {
        var self = invoice.Reference();
        using var sheet = new Sheet();
        InvoicePages.Draw(sheet, invoice, self.Number, presentation);
        var pages = sheet.Build();
        var xml = new UTF8Encoding(false).GetBytes(cii);
        var identity = SHA256.HashData([.. xml, .. Encoding.UTF8.GetBytes(presentation.Evidence.AbsoluteUri)]);
        PdfIdentity.Set(pages, identity);
        using var update = new PdfUpdate(pages, identity);
        update.AddLinks(sheet.Links);
        update.Attach(new PdfAttachment(FileName, "La facture selon la norme EN 16931", xml, self.IssuedOn), XmpPacket.Of(invoice, self));
        return update.Finish();
    }
}
