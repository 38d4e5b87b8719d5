using System.Xml.Linq;
using static System.StringComparison;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Reads UBL by its own paths; it shares nothing with <see cref="UblWriter"/> but the namespaces.</summary>
internal static class UblReader
{
    private static readonly XNamespace Cac = UblWriter.Cac;
    private static readonly XNamespace Cbc = UblWriter.Cbc;

    public static ElectronicInvoice Read(XElement root)
    {
        var document = root.Name.LocalName;
        var means = root.Element(Cac + "PaymentMeans");
        var period = root.Element(Cac + "InvoicePeriod");
        var total = root.Element(Cac + "TaxTotal");
        return new ElectronicInvoice
        {
            Process = root.Text(Cbc, "ProfileID"),
            Guideline = root.Text(Cbc, "CustomizationID"),
            Number = root.Text(Cbc, "ID"),
            TypeCode = root.Text(Cbc, $"{document}TypeCode"),
            IssuedOn = Date(root, "IssueDate"),
            DueOn = Date(root, "DueDate") ?? Date(means, "PaymentDueDate"),
            DeliveredOn = Date(root.Element(Cac + "Delivery"), "ActualDeliveryDate"),
            First = Date(period, "StartDate"),
            Last = Date(period, "EndDate"),
            Currency = root.Text(Cbc, "DocumentCurrencyCode"),
            VatDueOn = period.Text(Cbc, "DescriptionCode") switch { "3" => "5", "432" => "72", var other => other },
            PaymentMeans = means.Text(Cbc, "PaymentMeansCode"),
            Iban = means.At(Cac, "PayeeFinancialAccount").Text(Cbc, "ID"),
            Notes = [.. root.Elements(Cbc + "Note").Select(n => Note(n.Value))],
            Seller = Party(root.At(Cac, "AccountingSupplierParty/Party")),
            Buyer = Party(root.At(Cac, "AccountingCustomerParty/Party")),
            References =
            [
                .. root.Elements(Cac + "BillingReference").Select(r => r.At(Cac, "InvoiceDocumentReference"))
                    .Select(r => new ElectronicReference(r.Text(Cbc, "ID"), Date(r, "IssueDate"))),
            ],
            Lines = [.. root.Elements(Cac + $"{document}Line").Select(Line)],
            Vat =
            [
                .. total?.Elements(Cac + "TaxSubtotal").Select(s => new ElectronicVat(
                    s.At(Cac, "TaxCategory").Text(Cbc, "ID"), s.At(Cac, "TaxCategory").Text(Cbc, "Percent"), s.Text(Cbc, "TaxableAmount"),
                    s.Text(Cbc, "TaxAmount"), s.At(Cac, "TaxCategory").Text(Cbc, "TaxExemptionReason"))) ?? [],
            ],
            Totals = Totals(root.Element(Cac + "LegalMonetaryTotal"), total.Text(Cbc, "TaxAmount")),
        };
    }

    private static ElectronicNote Note(string text) =>
        text.StartsWith('#') && text.IndexOf('#', 1) is var end and > 0 ? new(text[1..end], text[(end + 1)..]) : new(null, text);

    private static ElectronicParty Party(XElement? party) => new(
        party.At(Cac, "PartyLegalEntity").Text(Cbc, "RegistrationName"), party.At(Cac, "PartyLegalEntity").At(Cbc, "CompanyID").Identifier(),
        party.At(Cac, "PartyIdentification").At(Cbc, "ID").Identifier(), party.At(Cbc, "EndpointID").Identifier(),
        party.At(Cac, "PartyTaxScheme").Text(Cbc, "CompanyID"), party.At(Cac, "PostalAddress").Text(Cbc, "StreetName"),
        party.At(Cac, "PostalAddress").Text(Cbc, "PostalZone"), party.At(Cac, "PostalAddress").Text(Cbc, "CityName"),
        party.At(Cac, "PostalAddress/Country").Text(Cbc, "IdentificationCode"));

    private static ElectronicLine Line(XElement line)
    {
        var quantity = line.At(Cbc, "InvoicedQuantity") ?? line.At(Cbc, "CreditedQuantity");
        var price = line.At(Cac, "Price");
        var category = line.At(Cac, "Item/ClassifiedTaxCategory");
        var period = line.At(Cac, "InvoicePeriod");
        return new ElectronicLine(
            line.Text(Cbc, "ID"), line.At(Cac, "Item").Text(Cbc, "Name"), quantity?.Value, quantity?.Attribute("unitCode")?.Value,
            price.Text(Cbc, "PriceAmount"), price.Text(Cbc, "BaseQuantity"), price.At(Cbc, "BaseQuantity")?.Attribute("unitCode")?.Value,
            category.Text(Cbc, "ID"), category.Text(Cbc, "Percent"), line.Text(Cbc, "LineExtensionAmount"), Date(period, "StartDate"),
            Date(period, "EndDate"));
    }

    private static ElectronicTotals Totals(XElement? sums, string? vat) => new(
        sums.Text(Cbc, "LineExtensionAmount"), sums.Text(Cbc, "TaxExclusiveAmount"), vat, sums.Text(Cbc, "TaxInclusiveAmount"),
        sums.Text(Cbc, "PrepaidAmount"), sums.Text(Cbc, "PayableAmount"));

    private static string? Date(XElement? holder, string name) => holder.Text(Cbc, name)?.Replace("-", "", Ordinal);
}
