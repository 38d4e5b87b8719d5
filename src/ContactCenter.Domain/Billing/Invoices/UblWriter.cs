using System.Xml;
using NodaTime;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>An issued invoice as UBL 2.1 Invoice or CreditNote, after EN 16931 and BR-FR-CTC. The order of elements is the schema's.</summary>
public static class UblWriter
{
    internal const string Document = "urn:oasis:names:specification:ubl:schema:xsd:";
    internal const string Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    internal const string Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    /// <exception cref="InvalidOperationException">The invoice is a draft.</exception>
    public static string Write(Invoice invoice)
    {
        var self = invoice.Reference();
        var document = invoice.Kind == InvoiceKind.CreditNote ? "CreditNote" : "Invoice";
        return InvoiceText.Write(xml =>
        {
            xml.WriteStartElement(document, $"{Document}{document}-2");
            xml.WriteAttributeString("xmlns", "cac", null, Cac);
            xml.WriteAttributeString("xmlns", "cbc", null, Cbc);
            Head(xml, invoice, self, document);
            In(xml, "AccountingSupplierParty", () => Party(xml, invoice.Seller));
            In(xml, "AccountingCustomerParty", () => Party(xml, invoice.Buyer));
            In(xml, "Delivery", () => Value(xml, "ActualDeliveryDate", InvoiceText.Iso(invoice.Period.End)));
            Payment(xml, invoice);
            Taxes(xml, invoice.Totals);
            Total(xml, invoice);
            foreach (var line in invoice.Lines)
                Line(xml, line, document);
            xml.WriteEndElement();
        });
    }

    private static void Head(XmlWriter xml, Invoice invoice, InvoiceReference self, string document)
    {
        Value(xml, "CustomizationID", InvoiceText.Guideline);
        Value(xml, "ProfileID", InvoiceText.Process(invoice));
        Value(xml, "ID", self.Number);
        Value(xml, "IssueDate", InvoiceText.Iso(self.IssuedOn));
        if (document == "Invoice")
            Value(xml, "DueDate", InvoiceText.Iso(invoice.DueOn!.Value));
        Value(xml, $"{document}TypeCode", InvoiceText.TypeCode(invoice.Kind));
        foreach (var (code, text) in InvoiceText.Notes(invoice))
            Value(xml, "Note", $"#{code}#{text}");
        Value(xml, "DocumentCurrencyCode", Money.Currency);

        // UBL's own codes for CII's 5 and 72.
        Period(xml, invoice.Period.Start, invoice.Period.End, invoice.Terms.VatOnDebits ? "3" : "432");
        if (invoice.Corrects is { } corrected)
        {
            In(xml, "BillingReference", () => In(xml, "InvoiceDocumentReference", () =>
            {
                Value(xml, "ID", corrected.Number);
                Value(xml, "IssueDate", InvoiceText.Iso(corrected.IssuedOn));
            }));
        }
    }

    private static void Party(XmlWriter xml, InvoiceParty party) => In(xml, "Party", () =>
    {
        Value(xml, "EndpointID", party.ElectronicAddress, "schemeID", "0225");
        if (party.Siret is not null)
            In(xml, "PartyIdentification", () => Value(xml, "ID", party.Siret, "schemeID", "0009"));
        In(xml, "PostalAddress", () =>
        {
            Value(xml, "StreetName", party.Address.Line);
            Value(xml, "CityName", party.Address.City);
            Value(xml, "PostalZone", party.Address.PostCode);
            In(xml, "Country", () => Value(xml, "IdentificationCode", party.Address.CountryCode));
        });
        if (party.VatNumber is not null)
        {
            In(xml, "PartyTaxScheme", () =>
            {
                Value(xml, "CompanyID", party.VatNumber);
                Scheme(xml);
            });
        }

        In(xml, "PartyLegalEntity", () =>
        {
            Value(xml, "RegistrationName", party.Name);
            Value(xml, "CompanyID", party.Siren, "schemeID", "0002");
        });
    });

    private static void Payment(XmlWriter xml, Invoice invoice) => In(xml, "PaymentMeans", () =>
    {
        Value(xml, "PaymentMeansCode", InvoiceText.CreditTransfer);
        if (invoice.Kind == InvoiceKind.CreditNote)
            Value(xml, "PaymentDueDate", InvoiceText.Iso(invoice.DueOn!.Value));
        In(xml, "PayeeFinancialAccount", () => Value(xml, "ID", invoice.Terms.Iban));
    });

    private static void Taxes(XmlWriter xml, InvoiceTotals totals) => In(xml, "TaxTotal", () =>
    {
        Amount(xml, "TaxAmount", totals.Vat);
        foreach (var subtotal in totals.ByVat)
        {
            In(xml, "TaxSubtotal", () =>
            {
                Amount(xml, "TaxableAmount", subtotal.Basis);
                Amount(xml, "TaxAmount", subtotal.Amount);
                Category(xml, "TaxCategory", subtotal.Vat, withReason: true);
            });
        }
    });

    private static void Total(XmlWriter xml, Invoice invoice) => In(xml, "LegalMonetaryTotal", () =>
    {
        var totals = invoice.Totals;
        Amount(xml, "LineExtensionAmount", totals.Net);
        Amount(xml, "TaxExclusiveAmount", totals.Net);
        Amount(xml, "TaxInclusiveAmount", totals.Gross);
        if (invoice.AlreadyPaid)
            Amount(xml, "PrepaidAmount", InvoiceText.Paid(invoice));
        Amount(xml, "PayableAmount", totals.Gross - InvoiceText.Paid(invoice));
    });

    private static void Line(XmlWriter xml, InvoiceLine line, string document) => In(xml, $"{document}Line", () =>
    {
        Value(xml, "ID", InvoiceText.Number(line.Number));
        Value(xml, document == "Invoice" ? "InvoicedQuantity" : "CreditedQuantity", InvoiceText.Number(line.Quantity), "unitCode", line.UnitCode);
        Amount(xml, "LineExtensionAmount", line.Net);
        Period(xml, line.First, line.Last, null);
        In(xml, "Item", () =>
        {
            Value(xml, "Name", line.Label.Fr);
            Category(xml, "ClassifiedTaxCategory", line.Vat, withReason: false);
        });
        In(xml, "Price", () =>
        {
            Value(xml, "PriceAmount", line.Price.ToString(), "currencyID", Money.Currency);
            Value(xml, "BaseQuantity", InvoiceText.Number(line.Price.Per), "unitCode", line.UnitCode);
        });
    });

    private static void Category(XmlWriter xml, string name, VatTreatment vat, bool withReason) => In(xml, name, () =>
    {
        Value(xml, "ID", vat.Code);
        Value(xml, "Percent", vat.RateText);
        if (withReason && vat.ExemptionReason is { } reason)
            Value(xml, "TaxExemptionReason", reason);
        Scheme(xml);
    });

    private static void Scheme(XmlWriter xml) => In(xml, "TaxScheme", () => Value(xml, "ID", "VAT"));

    private static void Period(XmlWriter xml, LocalDate first, LocalDate last, string? vatDueOn) => In(xml, "InvoicePeriod", () =>
    {
        Value(xml, "StartDate", InvoiceText.Iso(first));
        Value(xml, "EndDate", InvoiceText.Iso(last));
        if (vatDueOn is not null)
            Value(xml, "DescriptionCode", vatDueOn);
    });

    private static void Amount(XmlWriter xml, string name, Money amount) => Value(xml, name, amount.ToString(), "currencyID", Money.Currency);

    private static void In(XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement("cac", name, Cac);
        content();
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string name, string value, string? attribute = null, string? attributeValue = null)
    {
        xml.WriteStartElement("cbc", name, Cbc);
        if (attribute is not null)
            xml.WriteAttributeString(attribute, attributeValue);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
