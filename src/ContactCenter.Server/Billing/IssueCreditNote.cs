using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>Takes back an issued invoice or a part of it: number, note and the invoice's row in one transaction.</summary>
internal sealed class IssueCreditNote(OnceOnly once, IssueDay day, IClock clock)
{
    public Task<Billed<InvoiceSummary>> Do(
        PracticeId practice, string number, CreditInvoice asked, Guid key, CancellationToken cancellationToken) => once.Do<Billed<InvoiceSummary>>(
        practice, key, new Asked(number, asked.Parts),
        async (db, token) =>
        {
            if (await db.Set<IssuedInvoice>().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Number == number, token) is not { } row)
                return BillingRefusal.NotFound;
            if (row.ReplacedBy is { } next)
                return BillingRefusal.ReplacedBy(next);
            var earlier = await EarlierNotes(db, row, token);
            var draft = asked.Parts is { } parts
                ? CreditNotes.Part(row.Read(), earlier, [.. parts.Select(p => new CreditPart(p.Line, p.Quantity))])
                : CreditNotes.Whole(row.Read(), earlier);
            var issued = await Of(db, row, draft, token);
            return issued.Value is { } note ? BillingViews.Summary(note) : issued.Refusal!;
        },
        outcome => outcome.Value is not null, cancellationToken);

    /// <summary>Every credit note of the invoice so far, those of the invoices that it stands in the place of included.</summary>
    public static async Task<IReadOnlyList<Invoice>> EarlierNotes(ContactCenterDb db, IssuedInvoice invoice, CancellationToken cancellationToken)
    {
        var rows = await db.Set<IssuedInvoice>().AsNoTracking()
            .Where(i => i.PracticeId == invoice.PracticeId && i.Corrects == invoice.Number && i.Kind == InvoiceKind.CreditNote)
            .OrderBy(i => i.Number).ToListAsync(cancellationToken);
        List<Invoice> notes = [.. rows.Select(r => r.Read())];
        if (invoice.Kind != InvoiceKind.Corrected)
            return notes;
        var replaced = await db.Set<IssuedInvoice>().AsNoTracking()
            .SingleAsync(i => i.PracticeId == invoice.PracticeId && i.Number == invoice.Corrects, cancellationToken);
        return [.. await EarlierNotes(db, replaced, cancellationToken), .. notes];
    }

    /// <summary>Within a write unit.</summary>
    public async Task<Billed<Invoice>> Of(ContactCenterDb db, IssuedInvoice invoice, CreditDraft draft, CancellationToken cancellationToken)
    {
        if (draft is CreditRefused refused)
            return BillingRefusal.NotIssued([refused.Fault]);
        var drafted = (CreditDrafted)draft;
        var outcome = await NumberSeries.Issue(
            db, invoice.PracticeId, invoice.Month, drafted.Note, day.Today, clock.GetCurrentInstant(), cancellationToken);
        if (outcome is not InvoiceIssued issued)
            return BillingRefusal.NotIssued(((InvoiceNotIssued)outcome).Faults);
        InvoiceFiles.Check(issued.Invoice);
        // Moved on with every note: two notes that are drafted at once from the same rest collide here.
        invoice.Credited |= drafted.TakesAllBack;
        invoice.Version++;
        return issued.Invoice;
    }

    /// <summary>What tells a repetition from another request.</summary>
    private sealed record Asked(string Invoice, IReadOnlyList<CreditLine>? Parts);
}
