using System.Xml.Linq;
using static System.StringComparison;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Reads UN/CEFACT CII by its own paths; it shares nothing with <see cref="CiiWriter"/> but the namespaces.</summary>
internal static class CiiReader
{
    private static readonly XNamespace Rsm = CiiWriter.Rsm;
    private static readonly XNamespace Ram = CiiWriter.Ram;

    public static ElectronicInvoice Read(XElement root)
    {
        var context = root.Element(Rsm + "ExchangedDocumentContext");
        var document = root.Element(Rsm + "ExchangedDocument");
        var transaction = root.Element(Rsm + "SupplyChainTradeTransaction");
        var settlement = transaction.At(Ram, "ApplicableHeaderTradeSettlement");
        var means = settlement.At(Ram, "SpecifiedTradeSettlementPaymentMeans");
        var period = settlement.At(Ram, "BillingSpecifiedPeriod");
        var taxes = settlement?.Elements(Ram + "ApplicableTradeTax").ToList() ?? [];
        return new ElectronicInvoice
        {
            Process = context.Text(Ram, "BusinessProcessSpecifiedDocumentContextParameter/ID"),
            Guideline = context.Text(Ram, "GuidelineSpecifiedDocumentContextParameter/ID"),
            Number = document.Text(Ram, "ID"),
            TypeCode = document.Text(Ram, "TypeCode"),
            IssuedOn = Date(document.At(Ram, "IssueDateTime")),
            DueOn = Date(settlement.At(Ram, "SpecifiedTradePaymentTerms/DueDateDateTime")),
            DeliveredOn = Date(transaction.At(Ram, "ApplicableHeaderTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime")),
            First = Date(period.At(Ram, "StartDateTime")),
            Last = Date(period.At(Ram, "EndDateTime")),
            Currency = settlement.Text(Ram, "InvoiceCurrencyCode"),
            VatDueOn = taxes.Select(t => t.Text(Ram, "DueDateTypeCode")).Distinct().ToList() is [var only] ? only : null,
            PaymentMeans = means.Text(Ram, "TypeCode"),
            Iban = means.Text(Ram, "PayeePartyCreditorFinancialAccount/IBANID"),
            Notes = [.. document?.Elements(Ram + "IncludedNote").Select(n => new ElectronicNote(n.Text(Ram, "SubjectCode"), n.Text(Ram, "Content"))) ?? []],
            Seller = Party(transaction.At(Ram, "ApplicableHeaderTradeAgreement/SellerTradeParty")),
            Buyer = Party(transaction.At(Ram, "ApplicableHeaderTradeAgreement/BuyerTradeParty")),
            References =
            [
                .. settlement?.Elements(Ram + "InvoiceReferencedDocument")
                    .Select(r => new ElectronicReference(r.Text(Ram, "IssuerAssignedID"), Date(r.At(Ram, "FormattedIssueDateTime")))) ?? [],
            ],
            Lines = [.. transaction?.Elements(Ram + "IncludedSupplyChainTradeLineItem").Select(Line) ?? []],
            Vat =
            [
                .. taxes.Select(t => new ElectronicVat(
                    t.Text(Ram, "CategoryCode"), t.Text(Ram, "RateApplicablePercent"), t.Text(Ram, "BasisAmount"), t.Text(Ram, "CalculatedAmount"),
                    t.Text(Ram, "ExemptionReason"))),
            ],
            Totals = Totals(settlement.At(Ram, "SpecifiedTradeSettlementHeaderMonetarySummation")),
        };
    }

    private static ElectronicParty Party(XElement? party)
    {
        var registration = party.At(Ram, "SpecifiedTaxRegistration/ID");
        return new ElectronicParty(
            party.Text(Ram, "Name"), party.At(Ram, "SpecifiedLegalOrganization/ID").Identifier(), party.At(Ram, "GlobalID").Identifier(),
            party.At(Ram, "URIUniversalCommunication/URIID").Identifier(),
            registration?.Attribute("schemeID")?.Value == "VA" ? registration.Value : null,
            party.Text(Ram, "PostalTradeAddress/LineOne"), party.Text(Ram, "PostalTradeAddress/PostcodeCode"), party.Text(Ram,
            "PostalTradeAddress/CityName"),
            party.Text(Ram, "PostalTradeAddress/CountryID"));
    }

    private static ElectronicLine Line(XElement line)
    {
        var price = line.At(Ram, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice");
        var quantity = line.At(Ram, "SpecifiedLineTradeDelivery/BilledQuantity");
        var settlement = line.At(Ram, "SpecifiedLineTradeSettlement");
        return new ElectronicLine(
            line.Text(Ram, "AssociatedDocumentLineDocument/LineID"), line.Text(Ram, "SpecifiedTradeProduct/Name"), quantity?.Value,
            quantity?.Attribute("unitCode")?.Value, price.Text(Ram, "ChargeAmount"), price.Text(Ram, "BasisQuantity"),
            price.At(Ram, "BasisQuantity")?.Attribute("unitCode")?.Value, settlement.Text(Ram, "ApplicableTradeTax/CategoryCode"),
            settlement.Text(Ram, "ApplicableTradeTax/RateApplicablePercent"),
            settlement.Text(Ram, "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"),
            Date(settlement.At(Ram, "BillingSpecifiedPeriod/StartDateTime")), Date(settlement.At(Ram, "BillingSpecifiedPeriod/EndDateTime")));
    }

    private static ElectronicTotals Totals(XElement? sums) => new(
        sums.Text(Ram, "LineTotalAmount"), sums.Text(Ram, "TaxBasisTotalAmount"), sums.Text(Ram, "TaxTotalAmount"), sums.Text(Ram,
        "GrandTotalAmount"),
        sums.Text(Ram, "TotalPrepaidAmount"), sums.Text(Ram, "DuePayableAmount"));

    private static string? Date(XElement? holder) =>
        holder?.Elements().FirstOrDefault(e => e.Name.LocalName.Equals("DateTimeString", Ordinal) && e.Attribute("format")?.Value == "102")?.Value;
}
