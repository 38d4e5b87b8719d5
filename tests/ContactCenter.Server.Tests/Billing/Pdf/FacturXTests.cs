using System.Text;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace ContactCenter.Server.Tests.Billing.Pdf;

public sealed class FacturXTests
{
    private static IEnumerable<TestCaseData> Invoices =>
    [
        new TestCaseData(DrawnInvoice.Control()).SetArgDisplayNames("invoice"), new TestCaseData(DrawnInvoice.Long()).SetArgDisplayNames("200 lines"),
        new TestCaseData(DrawnInvoice.CreditNote()).SetArgDisplayNames("credit note"),
    ];

    [TestCaseSource(nameof(Invoices))]
    public void The_file_within_is_the_very_file_for_the_platform(Invoice invoice)
    {
        var cii = CiiWriter.Write(invoice);
        using var pdf = PdfDocument.Open(FacturX.Write(invoice, cii, DrawnInvoice.Presentation()));

        Assert.That(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.That(files!.Select(f => f.Name), Is.EqualTo(new[] { "factur-x.xml" }));
        Assert.That(files![0].Memory.ToArray(), Is.EqualTo(Encoding.UTF8.GetBytes(cii)));
        Assert.That(ElectronicInvoiceChecker.Check(Encoding.UTF8.GetString(files[0].Memory.Span)), Is.Empty);
    }

    [TestCaseSource(nameof(Invoices))]
    public void The_same_invoice_is_the_same_file(Invoice invoice)
    {
        var (once, again) = (DrawnInvoice.Written(invoice), DrawnInvoice.Written(invoice));

        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void Two_invoices_have_two_identities()
    {
        static string Identity(byte[] file)
        {
            using var pdf = PdfDocument.Open(file);
            return string.Join(' ', pdf.Structure.Trailer.Identifier.Select(i => ((HexToken)i).Data));
        }

        Assert.That(Identity(DrawnInvoice.Written(DrawnInvoice.Control())), Is.Not.EqualTo(Identity(DrawnInvoice.Written(DrawnInvoice.Long()))));
    }

    [Test]
    public void A_draft_is_not_printed()
    {
        var issued = DrawnInvoice.Control();
        var draft = new Invoice
        {
            Kind = issued.Kind, Seller = issued.Seller, Buyer = issued.Buyer, Terms = issued.Terms, Period = issued.Period, Lines = issued.Lines,
        };

        Assert.That(() => FacturX.Write(draft, "", DrawnInvoice.Presentation()), Throws.InvalidOperationException);
    }

    [Test]
    public void The_catalog_ties_the_file_to_the_invoice()
    {
        using var pdf = PdfDocument.Open(DrawnInvoice.Written(DrawnInvoice.Control()));
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        var file = (DictionaryToken)pdf.Structure.GetObject(((IndirectReferenceToken)In<ArrayToken>(catalog, "AF")[0]).Data).Data;

        Assert.That(In<NameToken>(file, "AFRelationship").Data, Is.EqualTo("Alternative"));
        Assert.That(In<StringToken>(catalog, "Lang").Data, Is.EqualTo("fr-FR"));
        Assert.That(catalog.ContainsKey(NameToken.Create("OutputIntents")));
    }

    [Test]
    public void The_metadata_say_what_the_file_is()
    {
        using var pdf = PdfDocument.Open(DrawnInvoice.Written(DrawnInvoice.Control()));
        Assert.That(pdf.TryGetXmpMetadata(out var found));
        var metadata = found!.GetXDocument();
        string[] Said(string name) => [.. metadata.Descendants().Where(e => e.Name.LocalName == name).Select(e => e.Value)];

        Assert.That((Said("part")[0], Said("conformance")[0]), Is.EqualTo(("3", "B")));
        Assert.That((Said("DocumentType")[0], Said("DocumentFileName")[0], Said("ConformanceLevel")[0]), Is.EqualTo(("INVOICE", "factur-x.xml", "EN 16931")));
        Assert.That(Said("title"), Is.EqualTo(new[] { "Facture F2026-000001" }));
        Assert.That(metadata.Descendants().Where(e => e.Name.NamespaceName.EndsWith("property#", StringComparison.Ordinal) && e.Name.LocalName == "name")
            .Select(e => e.Value), Is.EquivalentTo(new[] { "DocumentFileName", "DocumentType", "Version", "ConformanceLevel" }));
    }

    [Test]
    public void Links_lead_to_the_evidence_and_are_printed()
    {
        using var pdf = PdfDocument.Open(DrawnInvoice.Written(DrawnInvoice.Control()));
        var annotations = pdf.GetPages().SelectMany(p => p.GetAnnotations()).Select(a => a.AnnotationDictionary).ToList();

        Assert.That(annotations, Has.Count.EqualTo(2));
        Assert.That(annotations.Select(a => In<NumericToken>(a, "F").Int), Has.All.EqualTo(4));
        Assert.That(annotations.Select(a => In<StringToken>(In<DictionaryToken>(a, "A"), "URI").Data), Has.All.EqualTo(DrawnInvoice.Evidence.AbsoluteUri));
    }

    private static T In<T>(DictionaryToken dictionary, string key)
        where T : IToken => (T)dictionary.Data[key];
}
