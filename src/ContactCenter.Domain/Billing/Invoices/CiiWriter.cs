using System.Xml;
using NodaTime;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>An issued invoice as UN/CEFACT Cross Industry Invoice D16B, after EN 16931 and BR-FR-CTC. The order of elements is the schema's.</summary>
public static class CiiWriter
{
    internal const string Rsm = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    internal const string Ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    internal const string Udt = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";
    internal const string Qdt = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100";

    /// <exception cref="InvalidOperationException">The invoice is a draft.</exception>
    public static string Write(Invoice invoice)
    {
        var self = invoice.Reference();
        return InvoiceText.Write(xml =>
        {
            xml.WriteStartElement("rsm", "CrossIndustryInvoice", Rsm);
            xml.WriteAttributeString("xmlns", "ram", null, Ram);
            xml.WriteAttributeString("xmlns", "udt", null, Udt);
            xml.WriteAttributeString("xmlns", "qdt", null, Qdt);
            Context(xml, invoice);
            Document(xml, invoice, self);
            xml.WriteStartElement("SupplyChainTradeTransaction", Rsm);
            foreach (var line in invoice.Lines)
                Line(xml, line);
            Agreement(xml, invoice);
            In(xml, "ApplicableHeaderTradeDelivery", () => In(xml, "ActualDeliverySupplyChainEvent", () => Date(xml, "OccurrenceDateTime", invoice.Period.End)));
            Settlement(xml, invoice);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }

    private static void Context(XmlWriter xml, Invoice invoice)
    {
        xml.WriteStartElement("ExchangedDocumentContext", Rsm);
        In(xml, "BusinessProcessSpecifiedDocumentContextParameter", () => Value(xml, "ID", InvoiceText.Process(invoice)));
        In(xml, "GuidelineSpecifiedDocumentContextParameter", () => Value(xml, "ID", InvoiceText.Guideline));
        xml.WriteEndElement();
    }

    private static void Document(XmlWriter xml, Invoice invoice, InvoiceReference self)
    {
        xml.WriteStartElement("ExchangedDocument", Rsm);
        Value(xml, "ID", self.Number);
        Value(xml, "TypeCode", InvoiceText.TypeCode(invoice.Kind));
        Date(xml, "IssueDateTime", self.IssuedOn);
        foreach (var (code, text) in InvoiceText.Notes(invoice))
        {
            In(xml, "IncludedNote", () =>
            {
                Value(xml, "Content", text);
                Value(xml, "SubjectCode", code);
            });
        }

        xml.WriteEndElement();
    }

    private static void Line(XmlWriter xml, InvoiceLine line) => In(xml, "IncludedSupplyChainTradeLineItem", () =>
    {
        In(xml, "AssociatedDocumentLineDocument", () => Value(xml, "LineID", InvoiceText.Number(line.Number)));
        In(xml, "SpecifiedTradeProduct", () => Value(xml, "Name", line.Label.Fr));
        In(xml, "SpecifiedLineTradeAgreement", () => In(xml, "NetPriceProductTradePrice", () =>
        {
            Value(xml, "ChargeAmount", line.Price.ToString());
            Value(xml, "BasisQuantity", InvoiceText.Number(line.Price.Per), "unitCode", line.UnitCode);
        }));
        In(xml, "SpecifiedLineTradeDelivery", () => Value(xml, "BilledQuantity", InvoiceText.Number(line.Quantity), "unitCode", line.UnitCode));
        In(xml, "SpecifiedLineTradeSettlement", () =>
        {
            In(xml, "ApplicableTradeTax", () =>
            {
                Value(xml, "TypeCode", "VAT");
                Value(xml, "CategoryCode", line.Vat.Code);
                Value(xml, "RateApplicablePercent", line.Vat.RateText);
            });
            Period(xml, line.First, line.Last);
            In(xml, "SpecifiedTradeSettlementLineMonetarySummation", () => Value(xml, "LineTotalAmount", line.Net.ToString()));
        });
    });

    private static void Agreement(XmlWriter xml, Invoice invoice) => In(xml, "ApplicableHeaderTradeAgreement", () =>
    {
        Party(xml, "SellerTradeParty", invoice.Seller);
        Party(xml, "BuyerTradeParty", invoice.Buyer);
    });

    private static void Party(XmlWriter xml, string name, InvoiceParty party) => In(xml, name, () =>
    {
        if (party.Siret is not null)
            Value(xml, "GlobalID", party.Siret, "schemeID", "0009");
        Value(xml, "Name", party.Name);
        In(xml, "SpecifiedLegalOrganization", () => Value(xml, "ID", party.Siren, "schemeID", "0002"));
        In(xml, "PostalTradeAddress", () =>
        {
            Value(xml, "PostcodeCode", party.Address.PostCode);
            Value(xml, "LineOne", party.Address.Line);
            Value(xml, "CityName", party.Address.City);
            Value(xml, "CountryID", party.Address.CountryCode);
        });
        In(xml, "URIUniversalCommunication", () => Value(xml, "URIID", party.ElectronicAddress, "schemeID", "0225"));
        if (party.VatNumber is not null)
            In(xml, "SpecifiedTaxRegistration", () => Value(xml, "ID", party.VatNumber, "schemeID", "VA"));
    });

    private static void Settlement(XmlWriter xml, Invoice invoice) => In(xml, "ApplicableHeaderTradeSettlement", () =>
    {
        Value(xml, "InvoiceCurrencyCode", Money.Currency);
        In(xml, "SpecifiedTradeSettlementPaymentMeans", () =>
        {
            Value(xml, "TypeCode", InvoiceText.CreditTransfer);
            In(xml, "PayeePartyCreditorFinancialAccount", () => Value(xml, "IBANID", invoice.Terms.Iban));
        });
        foreach (var subtotal in invoice.Totals.ByVat)
            Tax(xml, subtotal, invoice.Terms.VatOnDebits ? "5" : "72");
        Period(xml, invoice.Period.Start, invoice.Period.End);
        In(xml, "SpecifiedTradePaymentTerms", () => Date(xml, "DueDateDateTime", invoice.DueOn!.Value));
        Summation(xml, invoice);
        if (invoice.Corrects is { } corrected)
            In(xml, "InvoiceReferencedDocument", () =>
            {
                Value(xml, "IssuerAssignedID", corrected.Number);
                In(xml, "FormattedIssueDateTime", () => Stamp(xml, Qdt, corrected.IssuedOn));
            });
    });

    private static void Tax(XmlWriter xml, VatSubtotal subtotal, string dueOn) => In(xml, "ApplicableTradeTax", () =>
    {
        Value(xml, "CalculatedAmount", subtotal.Amount.ToString());
        Value(xml, "TypeCode", "VAT");
        if (subtotal.Vat.ExemptionReason is { } reason)
            Value(xml, "ExemptionReason", reason);
        Value(xml, "BasisAmount", subtotal.Basis.ToString());
        Value(xml, "CategoryCode", subtotal.Vat.Code);
        Value(xml, "DueDateTypeCode", dueOn);
        Value(xml, "RateApplicablePercent", subtotal.Vat.RateText);
    });

    private static void Summation(XmlWriter xml, Invoice invoice) => In(xml, "SpecifiedTradeSettlementHeaderMonetarySummation", () =>
    {
        var totals = invoice.Totals;
        Value(xml, "LineTotalAmount", totals.Net.ToString());
        Value(xml, "TaxBasisTotalAmount", totals.Net.ToString());
        Value(xml, "TaxTotalAmount", totals.Vat.ToString(), "currencyID", Money.Currency);
        Value(xml, "GrandTotalAmount", totals.Gross.ToString());
        if (invoice.AlreadyPaid)
            Value(xml, "TotalPrepaidAmount", InvoiceText.Paid(invoice).ToString());
        Value(xml, "DuePayableAmount", (totals.Gross - InvoiceText.Paid(invoice)).ToString());
    });

    private static void Period(XmlWriter xml, LocalDate first, LocalDate last) => In(xml, "BillingSpecifiedPeriod", () =>
    {
        Date(xml, "StartDateTime", first);
        Date(xml, "EndDateTime", last);
    });

    private static void Date(XmlWriter xml, string name, LocalDate date) => In(xml, name, () => Stamp(xml, Udt, date));

    private static void Stamp(XmlWriter xml, string space, LocalDate date)
    {
        xml.WriteStartElement("DateTimeString", space);
        xml.WriteAttributeString("format", "102");
        xml.WriteString(InvoiceText.Compact(date));
        xml.WriteEndElement();
    }

    private static void In(XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name, Ram);
        content();
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string name, string value, string? attribute = null, string? attributeValue = null)
    {
        xml.WriteStartElement(name, Ram);
        if (attribute is not null)
            xml.WriteAttributeString(attribute, attributeValue);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
