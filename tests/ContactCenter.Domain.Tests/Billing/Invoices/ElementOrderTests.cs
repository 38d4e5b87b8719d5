using System.Xml.Linq;
using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Domain.Tests.Billing.Invoices;

/// <summary>
/// The order of elements in the schemas of UN/CEFACT CII D16B and of UBL 2.1, as far as we write them: both are sequences, and a file whose
/// elements stand in another order is invalid. The schemas themselves may not be redistributed with the product.
/// </summary>
public sealed class ElementOrderTests
{
    private static readonly Dictionary<string, string> Cii = new()
    {
        ["CrossIndustryInvoice"] = "ExchangedDocumentContext ExchangedDocument SupplyChainTradeTransaction",
        ["ExchangedDocumentContext"] = "BusinessProcessSpecifiedDocumentContextParameter GuidelineSpecifiedDocumentContextParameter",
        ["ExchangedDocument"] = "ID TypeCode IssueDateTime IncludedNote",
        ["IncludedNote"] = "Content SubjectCode",
        ["SupplyChainTradeTransaction"] = "IncludedSupplyChainTradeLineItem ApplicableHeaderTradeAgreement ApplicableHeaderTradeDelivery ApplicableHeaderTradeSettlement",
        ["IncludedSupplyChainTradeLineItem"] = "AssociatedDocumentLineDocument SpecifiedTradeProduct SpecifiedLineTradeAgreement SpecifiedLineTradeDelivery SpecifiedLineTradeSettlement",
        ["NetPriceProductTradePrice"] = "ChargeAmount BasisQuantity",
        ["SpecifiedLineTradeSettlement"] = "ApplicableTradeTax BillingSpecifiedPeriod SpecifiedTradeSettlementLineMonetarySummation",
        ["ApplicableHeaderTradeAgreement"] = "SellerTradeParty BuyerTradeParty",
        ["SellerTradeParty"] = "GlobalID Name SpecifiedLegalOrganization PostalTradeAddress URIUniversalCommunication SpecifiedTaxRegistration",
        ["BuyerTradeParty"] = "GlobalID Name SpecifiedLegalOrganization PostalTradeAddress URIUniversalCommunication SpecifiedTaxRegistration",
        ["PostalTradeAddress"] = "PostcodeCode LineOne CityName CountryID",
        ["ApplicableHeaderTradeSettlement"] = "InvoiceCurrencyCode SpecifiedTradeSettlementPaymentMeans ApplicableTradeTax BillingSpecifiedPeriod SpecifiedTradePaymentTerms SpecifiedTradeSettlementHeaderMonetarySummation InvoiceReferencedDocument",
        ["SpecifiedTradeSettlementPaymentMeans"] = "TypeCode PayeePartyCreditorFinancialAccount",
        ["ApplicableTradeTax"] = "CalculatedAmount TypeCode ExemptionReason BasisAmount CategoryCode DueDateTypeCode RateApplicablePercent",
        ["BillingSpecifiedPeriod"] = "StartDateTime EndDateTime",
        ["SpecifiedTradeSettlementHeaderMonetarySummation"] = "LineTotalAmount TaxBasisTotalAmount TaxTotalAmount GrandTotalAmount TotalPrepaidAmount DuePayableAmount",
        ["InvoiceReferencedDocument"] = "IssuerAssignedID FormattedIssueDateTime",
    };

    private static readonly Dictionary<string, string> Ubl = new()
    {
        ["Invoice"] = "CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note DocumentCurrencyCode InvoicePeriod BillingReference AccountingSupplierParty AccountingCustomerParty Delivery PaymentMeans TaxTotal LegalMonetaryTotal InvoiceLine",
        ["CreditNote"] = "CustomizationID ProfileID ID IssueDate CreditNoteTypeCode Note DocumentCurrencyCode InvoicePeriod BillingReference AccountingSupplierParty AccountingCustomerParty Delivery PaymentMeans TaxTotal LegalMonetaryTotal CreditNoteLine",
        ["InvoicePeriod"] = "StartDate EndDate DescriptionCode",
        ["InvoiceDocumentReference"] = "ID IssueDate",
        ["Party"] = "EndpointID PartyIdentification PostalAddress PartyTaxScheme PartyLegalEntity",
        ["PostalAddress"] = "StreetName CityName PostalZone Country",
        ["PartyTaxScheme"] = "CompanyID TaxScheme",
        ["PartyLegalEntity"] = "RegistrationName CompanyID",
        ["PaymentMeans"] = "PaymentMeansCode PaymentDueDate PayeeFinancialAccount",
        ["TaxTotal"] = "TaxAmount TaxSubtotal",
        ["TaxSubtotal"] = "TaxableAmount TaxAmount TaxCategory",
        ["TaxCategory"] = "ID Percent TaxExemptionReason TaxScheme",
        ["ClassifiedTaxCategory"] = "ID Percent TaxScheme",
        ["LegalMonetaryTotal"] = "LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount PrepaidAmount PayableAmount",
        ["InvoiceLine"] = "ID InvoicedQuantity LineExtensionAmount InvoicePeriod Item Price",
        ["CreditNoteLine"] = "ID CreditedQuantity LineExtensionAmount InvoicePeriod Item Price",
        ["Item"] = "Name ClassifiedTaxCategory",
        ["Price"] = "PriceAmount BaseQuantity",
    };

    [Test]
    public void Elements_stand_in_the_order_of_their_schema()
    {
        var chance = Chance.Seeded();
        foreach (var invoice in Some(chance))
        {
            AssertOrder(CiiWriter.Write(invoice), Cii);
            AssertOrder(UblWriter.Write(invoice), Ubl);
        }
    }

    private static IEnumerable<Invoice> Some(Random chance)
    {
        yield return Invoiced.Control();
        for (var i = 0; i < 50; i++)
        {
            if (Invoiced.Random(chance) is not { } invoice)
                continue;
            yield return invoice;
            yield return Invoiced.Issue(((CreditDrafted)CreditNotes.Whole(invoice, [])).Note);
        }
    }

    private static void AssertOrder(string xml, Dictionary<string, string> schema)
    {
        foreach (var element in XDocument.Parse(xml).Descendants().Where(e => e.Elements().Skip(1).Any()))
        {
            Assert.That(schema, Contains.Key(element.Name.LocalName));
            var order = schema[element.Name.LocalName].Split(' ');
            var places = element.Elements().Select(e => Array.IndexOf(order, e.Name.LocalName)).ToList();
            Assert.That(places, Is.Ordered.And.All.GreaterThanOrEqualTo(0), element.Name.LocalName);
        }
    }
}
