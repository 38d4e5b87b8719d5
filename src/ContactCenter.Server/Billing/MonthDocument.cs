using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Billing;

/// <summary>
/// What a month becomes: an invoice, or, when more is given back than it charges, a credit note on the invoice whose month gives back most. A month
/// without a line becomes neither.
/// </summary>
internal static class MonthDocument
{
    public static async Task<Invoice> Draft(ContactCenterDb db, Agreement agreement, Statement charged, CancellationToken cancellationToken)
    {
        var draft = agreement.Draft(charged);
        if (draft.Totals.Gross.MinorUnits >= 0 || await GivenBackOn(db, charged, cancellationToken) is not { } invoice)
            return draft;
        return CreditNotes.OfMonth(draft, invoice);
    }

    private static async Task<Invoice?> GivenBackOn(ContactCenterDb db, Statement charged, CancellationToken cancellationToken)
    {
        var practice = charged.Practice;
        var invoices = await db.Set<IssuedInvoice>().AsNoTracking().Where(i => i.PracticeId == practice && i.Kind != InvoiceKind.CreditNote)
            .ToListAsync(cancellationToken);
        var most = charged.Lines.Where(l => MonthAdjustment.AdjustedBy(l) is not null).GroupBy(l => BillingMonth.Write(MonthAdjustment.AdjustedBy(l)!.Value))
            .OrderBy(g => Money.Sum(g.Select(l => l.Net)).MinorUnits).Select(g => g.Key).FirstOrDefault();
        // Credits that were agreed upon adjust no month: they stand on the last invoice.
        var row = invoices.Where(i => i.Month == most).MaxBy(i => (i.IssuedOn, i.JournalEntry)) ?? invoices.MaxBy(i => (i.IssuedOn, i.JournalEntry));
        return row?.ReadAsIssued();
    }
}
