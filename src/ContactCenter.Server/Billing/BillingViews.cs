using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Rows;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>What the domain says, as the addresses answer it.</summary>
internal static class BillingViews
{
    public static BillingFaultView Of(InvoiceFault fault) => new(fault.Code, fault.Fr, fault.En, fault.Field);

    public static BillingLineView Of(InvoiceLine line) => new(
        line.Number, line.Key, line.Label.Fr, line.Label.En, line.Quantity, line.UnitCode, line.Price.MicroUnits, line.Price.Per, line.Net.MinorUnits,
        line.Vat.BasisPoints, line.Vat.ExemptionReason, line.First.ToDateOnly(), line.Last.ToDateOnly());

    public static BillingTotals Of(InvoiceTotals totals) => new(
        totals.Net.MinorUnits, totals.Vat.MinorUnits, totals.Gross.MinorUnits,
        [.. totals.ByVat.Select(v => new VatView(v.Vat.BasisPoints, v.Vat.ExemptionReason, v.Basis.MinorUnits, v.Amount.MinorUnits))]);

    public static InvoiceSummary Summary(IssuedInvoice row) => Summary(row.Read()) with { ReplacedBy = row.ReplacedBy };

    public static InvoiceSummary Summary(Invoice issued) => new(
        issued.Number!, KindOf(issued.Kind), BillingMonth.Write(issued.Period.Start.ToYearMonth()), issued.IssuedOn!.Value.ToDateOnly(),
        issued.DueOn!.Value.ToDateOnly(), issued.Totals.Net.MinorUnits, issued.Totals.Gross.MinorUnits, issued.State == InvoiceState.Credited,
        issued.Corrects?.Number);

    public static InvoiceView Of(Invoice issued, IReadOnlyList<string> creditNotes) => new(
        Summary(issued), Of(issued.Seller), Of(issued.Buyer), issued.Period.Start.ToDateOnly(), issued.Period.End.ToDateOnly(),
        [.. issued.Lines.Select(Of)], Of(issued.Totals), creditNotes,
        [issued.Terms.RecoveryCosts, issued.Terms.LatePenalties, issued.Terms.EarlyDiscount]);

    public static InvoiceView Of(IssuedInvoice row, IReadOnlyList<string> creditNotes) => Of(row.Read(), creditNotes) with { Summary = Summary(row) };

    private static PartyView Of(InvoiceParty party) => new(
        party.Name, party.Siren, party.VatNumber, party.Address.Line, party.Address.PostCode, party.Address.City, party.Address.CountryCode);

    public static InvoiceKindView KindOf(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => InvoiceKindView.Invoice,
        InvoiceKind.CreditNote => InvoiceKindView.CreditNote,
        InvoiceKind.Corrected => InvoiceKindView.Corrected,
    };
}
