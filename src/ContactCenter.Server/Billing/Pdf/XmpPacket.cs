using System.Globalization;
using System.Xml.Linq;
using ContactCenter.Domain.Billing.Invoices;
using static System.FormattableString;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>
/// What the PDF says of itself: PDF/A-3 level B, its title, and that it is Factur-X, with the schema of these words as PDF/A demands.
/// </summary>
internal static class XmpPacket
{
    private const string FacturXNamespace = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace PdfAId = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";
    private static readonly XNamespace Fx = FacturXNamespace;
    private static readonly XNamespace Meta = "adobe:ns:meta/";

    public static string Of(Invoice invoice, InvoiceReference self)
    {
        var packet = new XElement(
            Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(
                Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                Description(PdfAId, "pdfaid", new XElement(PdfAId + "part", 3), new XElement(PdfAId + "conformance", "B")),
                Document(invoice, self), Dates(self), Description(Pdf, "pdf", new XElement(Pdf + "Producer", "PdfPig")),
                FacturXWords(), FacturXSchema()));
        return $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{packet.ToString(SaveOptions.DisableFormatting)}<?xpacket end=\"w\"?>";
    }

    private static XElement Document(Invoice invoice, InvoiceReference self)
    {
        var title = $"{FrenchText.Title(invoice.Kind)} {self.Number}";
        return Description(
            Dc, "dc",
            new XElement(Dc + "format", "application/pdf"),
            new XElement(Dc + "title", InDefault(title)),
            new XElement(Dc + "description", InDefault($"{title} de {invoice.Seller.Name} pour {invoice.Buyer.Name}")),
            new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", invoice.Seller.Name))),
            new XElement(Dc + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", "fr-FR"))));
    }

    private static XElement Dates(InvoiceReference self)
    {
        var day = self.IssuedOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return Description(
            Xmp, "xmp", new XElement(Xmp + "CreatorTool", "ContactCenter"), new XElement(Xmp + "CreateDate", Invariant($"{day}T00:00:00Z")),
            new XElement(Xmp + "ModifyDate", Invariant($"{day}T00:00:00Z")));
    }

    private static XElement FacturXWords() => Description(
        Fx, "fx", new XElement(Fx + "DocumentType", "INVOICE"), new XElement(Fx + "DocumentFileName", FacturX.FileName),
        new XElement(Fx + "Version", "1.0"), new XElement(Fx + "ConformanceLevel", "EN 16931"));

    private static XElement FacturXSchema() => new(
        Rdf + "Description", new XAttribute(Rdf + "about", ""), new XAttribute(XNamespace.Xmlns + "pdfaExtension", Extension),
        new XAttribute(XNamespace.Xmlns + "pdfaSchema", Schema), new XAttribute(XNamespace.Xmlns + "pdfaProperty", Property),
        new XElement(Extension + "schemas", new XElement(Rdf + "Bag", Resource(
            new XElement(Schema + "schema", "Factur-X PDFA Extension Schema"), new XElement(Schema + "namespaceURI", FacturXNamespace),
            new XElement(Schema + "prefix", "fx"),
            new XElement(Schema + "property", new XElement(
                Rdf + "Seq",
                Word("DocumentFileName", "The name of the embedded XML document"), Word("DocumentType", "The type of the hybrid document"),
                Word("Version", "The version of the standard"), Word("ConformanceLevel", "The conformance level of the embedded XML document")))))));

    private static XElement Word(string name, string description) => Resource(
        new XElement(Property + "name", name), new XElement(Property + "valueType", "Text"), new XElement(Property + "category", "external"),
        new XElement(Property + "description", description));

    private static XElement Resource(params XElement[] content) => new(Rdf + "li", new XAttribute(Rdf + "parseType", "Resource"), content);

    private static XElement InDefault(string text) =>
        new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));

    private static XElement Description(XNamespace space, string prefix, params XElement[] content) =>
        new(Rdf + "Description", new XAttribute(Rdf + "about", ""), new XAttribute(XNamespace.Xmlns + prefix, space), content);
}
