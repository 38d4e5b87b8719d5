using System.Globalization;
using System.Text;
using System.Xml;
using NodaTime;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>What both syntaxes of EN 16931 share.</summary>
internal static class InvoiceText
{
    public const string Guideline = "urn:cen.eu:en16931:2017";

    /// <summary>A SEPA credit transfer (UNTDID 4461).</summary>
    public const string CreditTransfer = "58";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>The same invoice always gives the same text, to be stored as UTF-8 without byte order mark.</summary>
    public static string Write(Action<XmlWriter> content)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(text, Settings))
            content(xml);
        return text.Append('\n').ToString();
    }

    public static string Process(Invoice invoice) => invoice.AlreadyPaid ? "S2" : "S1";

    public static string TypeCode(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => "380",
        InvoiceKind.CreditNote => "381",
        InvoiceKind.Corrected => "384",
    };

    /// <summary>Subject codes of UNTDID 4451 that French law wants, with their texts.</summary>
    public static IEnumerable<(string Code, string Text)> Notes(Invoice invoice) =>
    [
        ("PMT", invoice.Terms.RecoveryCosts), ("PMD", invoice.Terms.LatePenalties), ("AAB", invoice.Terms.EarlyDiscount), ("BAR", "B2B"),
    ];

    public static Money Paid(Invoice invoice) => invoice.AlreadyPaid ? invoice.Totals.Gross : Money.Zero;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public static string Compact(LocalDate date) => date.ToString("uuuuMMdd", CultureInfo.InvariantCulture);
}
