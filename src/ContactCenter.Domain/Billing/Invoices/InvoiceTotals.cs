using System.Collections.Immutable;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>The sums at the foot of an invoice: exact from lines that are each rounded once, VAT rounded once per category.</summary>
public sealed record InvoiceTotals(Money Net, Money Vat, Money Gross, ImmutableArray<VatSubtotal> ByVat)
{
    public static InvoiceTotals Of(IEnumerable<InvoiceLine> lines)
    {
        ImmutableArray<VatSubtotal> subtotals =
        [
            .. lines.GroupBy(l => (l.Vat.Category, l.Vat.BasisPoints))
                .Select(g => VatSubtotal.Of(g.Select(l => l.Vat), Money.Sum(g.Select(l => l.Net))))
                .OrderBy(s => s.Vat.Category).ThenByDescending(s => s.Vat.BasisPoints),
        ];
        var (net, vat) = (Money.Sum(subtotals.Select(s => s.Basis)), Money.Sum(subtotals.Select(s => s.Amount)));
        return new InvoiceTotals(net, vat, net + vat, subtotals);
    }
}

/// <summary>
/// Basis and VAT of all lines of one category and rate. Several reasons for exemption stand together: the category may come only once.
/// </summary>
public sealed record VatSubtotal(VatTreatment Vat, Money Basis, Money Amount)
{
    internal static VatSubtotal Of(IEnumerable<VatTreatment> treatments, Money basis)
    {
        var alike = treatments.Distinct().OrderBy(t => t.ExemptionReason, StringComparer.Ordinal).ToList();
        var vat = alike.Count == 1 ? alike[0] : VatTreatment.Exempt(string.Join(" ; ", alike.Select(t => t.ExemptionReason)));
        return new VatSubtotal(vat, basis, vat.On(basis));
    }
}
