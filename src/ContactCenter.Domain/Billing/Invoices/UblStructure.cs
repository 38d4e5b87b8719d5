namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>The part of UBL 2.1 that EN 16931 and we use, in the order of its schema. What has children is an aggregate, the rest is basic.</summary>
internal static class UblStructure
{
    private const string Lines = """
        Invoice: CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note* DocumentCurrencyCode InvoicePeriod
            BillingReference* AccountingSupplierParty AccountingCustomerParty Delivery PaymentMeans TaxTotal LegalMonetaryTotal
            InvoiceLine+
        CreditNote: CustomizationID ProfileID ID IssueDate CreditNoteTypeCode Note* DocumentCurrencyCode InvoicePeriod BillingReference*
            AccountingSupplierParty AccountingCustomerParty Delivery PaymentMeans TaxTotal LegalMonetaryTotal CreditNoteLine+
        Invoice/InvoicePeriod: StartDate EndDate DescriptionCode
        CreditNote/InvoicePeriod: StartDate EndDate DescriptionCode
        InvoicePeriod: StartDate EndDate
        BillingReference: InvoiceDocumentReference
        InvoiceDocumentReference: ID IssueDate
        AccountingSupplierParty: Party
        AccountingCustomerParty: Party
        AccountingSupplierParty/Party: EndpointID PartyIdentification? PostalAddress PartyTaxScheme PartyLegalEntity
        AccountingCustomerParty/Party: EndpointID PartyIdentification? PostalAddress PartyTaxScheme? PartyLegalEntity
        PartyIdentification: ID
        PostalAddress: StreetName CityName PostalZone Country
        Country: IdentificationCode
        PartyTaxScheme: CompanyID TaxScheme
        PartyLegalEntity: RegistrationName CompanyID
        Delivery: ActualDeliveryDate
        PaymentMeans: PaymentMeansCode PaymentDueDate? PayeeFinancialAccount
        PayeeFinancialAccount: ID
        TaxTotal: TaxAmount TaxSubtotal+
        TaxSubtotal: TaxableAmount TaxAmount TaxCategory
        TaxCategory: ID Percent TaxExemptionReason? TaxScheme
        ClassifiedTaxCategory: ID Percent TaxScheme
        TaxScheme: ID
        LegalMonetaryTotal: LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount PrepaidAmount? PayableAmount
        InvoiceLine: ID InvoicedQuantity LineExtensionAmount InvoicePeriod Item Price
        CreditNoteLine: ID CreditedQuantity LineExtensionAmount InvoicePeriod Item Price
        Item: Name ClassifiedTaxCategory
        Price: PriceAmount BaseQuantity
        """;

    public static readonly DocumentStructure Document = new(
        Lines, (name, isAggregate) => $"{{{(isAggregate ? UblWriter.Cac : UblWriter.Cbc)}}}{name}");
}
