namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>The part of UN/CEFACT CII D16B that EN 16931 and we use, in the order of its schema.</summary>
internal static class CiiStructure
{
    private const string Lines = """
        CrossIndustryInvoice: ExchangedDocumentContext ExchangedDocument SupplyChainTradeTransaction
        ExchangedDocumentContext: BusinessProcessSpecifiedDocumentContextParameter GuidelineSpecifiedDocumentContextParameter
        BusinessProcessSpecifiedDocumentContextParameter: ID
        GuidelineSpecifiedDocumentContextParameter: ID
        ExchangedDocument: ID TypeCode IssueDateTime IncludedNote*
        IssueDateTime: DateTimeString
        IncludedNote: Content SubjectCode
        SupplyChainTradeTransaction: IncludedSupplyChainTradeLineItem+ ApplicableHeaderTradeAgreement ApplicableHeaderTradeDelivery
            ApplicableHeaderTradeSettlement
        IncludedSupplyChainTradeLineItem: AssociatedDocumentLineDocument SpecifiedTradeProduct SpecifiedLineTradeAgreement SpecifiedLineTradeDelivery
            SpecifiedLineTradeSettlement
        AssociatedDocumentLineDocument: LineID
        SpecifiedTradeProduct: Name
        SpecifiedLineTradeAgreement: NetPriceProductTradePrice
        NetPriceProductTradePrice: ChargeAmount BasisQuantity
        SpecifiedLineTradeDelivery: BilledQuantity
        SpecifiedLineTradeSettlement: ApplicableTradeTax BillingSpecifiedPeriod SpecifiedTradeSettlementLineMonetarySummation
        SpecifiedLineTradeSettlement/ApplicableTradeTax: TypeCode CategoryCode RateApplicablePercent
        SpecifiedTradeSettlementLineMonetarySummation: LineTotalAmount
        ApplicableHeaderTradeAgreement: SellerTradeParty BuyerTradeParty
        SellerTradeParty: GlobalID? Name SpecifiedLegalOrganization PostalTradeAddress URIUniversalCommunication SpecifiedTaxRegistration
        BuyerTradeParty: GlobalID? Name SpecifiedLegalOrganization PostalTradeAddress URIUniversalCommunication SpecifiedTaxRegistration?
        SpecifiedLegalOrganization: ID
        PostalTradeAddress: PostcodeCode LineOne CityName CountryID
        URIUniversalCommunication: URIID
        SpecifiedTaxRegistration: ID
        ApplicableHeaderTradeDelivery: ActualDeliverySupplyChainEvent
        ActualDeliverySupplyChainEvent: OccurrenceDateTime
        OccurrenceDateTime: DateTimeString
        ApplicableHeaderTradeSettlement: InvoiceCurrencyCode SpecifiedTradeSettlementPaymentMeans ApplicableTradeTax+ BillingSpecifiedPeriod
            SpecifiedTradePaymentTerms SpecifiedTradeSettlementHeaderMonetarySummation InvoiceReferencedDocument*
        SpecifiedTradeSettlementPaymentMeans: TypeCode PayeePartyCreditorFinancialAccount
        PayeePartyCreditorFinancialAccount: IBANID
        ApplicableTradeTax: CalculatedAmount TypeCode ExemptionReason? BasisAmount CategoryCode DueDateTypeCode RateApplicablePercent
        BillingSpecifiedPeriod: StartDateTime EndDateTime
        StartDateTime: DateTimeString
        EndDateTime: DateTimeString
        SpecifiedTradePaymentTerms: DueDateDateTime
        DueDateDateTime: DateTimeString
        SpecifiedTradeSettlementHeaderMonetarySummation: LineTotalAmount TaxBasisTotalAmount TaxTotalAmount GrandTotalAmount
            TotalPrepaidAmount? DuePayableAmount
        InvoiceReferencedDocument: IssuerAssignedID FormattedIssueDateTime
        FormattedIssueDateTime: qdt:DateTimeString
        """;

    public static readonly DocumentStructure Invoice = new(Lines, (name, _) => name switch
    {
        "ExchangedDocumentContext" or "ExchangedDocument" or "SupplyChainTradeTransaction" => $"{{{CiiWriter.Rsm}}}{name}",
        "DateTimeString" => $"{{{CiiWriter.Udt}}}{name}",
        "qdt:DateTimeString" => $"{{{CiiWriter.Qdt}}}DateTimeString",
        _ => $"{{{CiiWriter.Ram}}}{name}",
    });
}
