using System.Xml;
using System.Xml.Linq;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Reads either syntax.</summary>
public static class ElectronicInvoiceReader
{
    /// <summary>The invoice, or null when the text is no XML or of neither syntax.</summary>
    public static ElectronicInvoice? Read(string xml) => Root(xml) is { } root ? Read(root) : null;

    /// <summary>The outermost element, or null when the text is no XML.</summary>
    internal static XElement? Root(string xml)
    {
        try
        {
            return XDocument.Parse(xml).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    internal static ElectronicInvoice? Read(XElement root) => root.Name.LocalName switch
    {
        "CrossIndustryInvoice" when root.Name.NamespaceName == CiiWriter.Rsm => CiiReader.Read(root),
        "Invoice" or "CreditNote" when root.Name.NamespaceName == UblWriter.Document + root.Name.LocalName + "-2" => UblReader.Read(root),
        _ => null,
    };

    /// <summary>The element at the end of a path of local names, or null.</summary>
    internal static XElement? At(this XElement? element, XNamespace space, string path)
    {
        foreach (var name in path.Split('/'))
            element = element?.Element(space + name);
        return element;
    }

    internal static string? Text(this XElement? element, XNamespace space, string path) => element.At(space, path)?.Value;

    /// <summary>An identifier with its scheme before it.</summary>
    internal static string? Identifier(this XElement? element) =>
        element is null ? null : $"{element.Attribute("schemeID")?.Value}:{element.Value}";
}
