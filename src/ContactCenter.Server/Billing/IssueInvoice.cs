using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>
/// Gives a closed month its invoice, or the credit note that it became: number, document and the month's row in one transaction. Issuing again answers the
/// document that there is.
/// </summary>
internal sealed class IssueInvoice(Store store, TariffShelf tariffs, IssueDay day, IClock clock)
{
    public Task<Billed<Invoice>> Do(PracticeId practice, YearMonth month, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var name = BillingMonth.Write(month);
            if (await db.Set<SettledMonth>().SingleOrDefaultAsync(m => m.PracticeId == practice && m.Month == name, token) is not { } settled)
                return BillingRefusal.MonthOpen;
            if (settled.InvoiceNumber is { } number)
                return (await db.Set<IssuedInvoice>().SingleAsync(i => i.PracticeId == practice && i.Number == number, token)).Read();
            if (settled.HasNothingToInvoice)
                return BillingRefusal.NothingToInvoice;
            var read = await Agreement.Read(db, tariffs.Book, practice, month, token);
            if (read.Value is not { } agreement)
                return read.Refusal!;
            return await Issue(db, settled, await MonthDocument.Draft(db, agreement, settled.ReadCharged(), token), token);
        },
        Rerun.OnConflictOrTakenKey,
        cancellationToken);

    private async Task<Billed<Invoice>> Issue(ContactCenterDb db, SettledMonth settled, Invoice draft, CancellationToken cancellationToken)
    {
        var outcome = await NumberSeries.Issue(db, settled.PracticeId, settled.Month, draft, day.Today, clock.GetCurrentInstant(), cancellationToken);
        if (outcome is not InvoiceIssued issued)
            return BillingRefusal.NotIssued(((InvoiceNotIssued)outcome).Faults);
        InvoiceFiles.Check(issued.Invoice);
        settled.InvoiceNumber = issued.Invoice.Number;
        settled.Version++;
        return issued.Invoice;
    }
}
