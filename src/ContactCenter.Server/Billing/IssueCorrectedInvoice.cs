using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Agreements;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>
/// Puts a corrected invoice (384) in the place of an issued one: the same lines, with the parties and terms of the contract as it is now. Number,
/// invoice, the replaced one's row and the month's row are one transaction. Amounts are corrected by credit notes and adjustments.
/// </summary>
internal sealed class IssueCorrectedInvoice(OnceOnly once, Store store, TariffShelf tariffs, IssueDay day, IClock clock)
{
    public Task<Billed<InvoiceSummary>> Do(PracticeId practice, string number, Guid key, CancellationToken cancellationToken) =>
        once.Do<Billed<InvoiceSummary>>(
            practice, key, new Asked(number), (db, token) => Issue(db, practice, number, token), outcome => outcome.Value is not null,
            cancellationToken);

    /// <summary>What a corrected invoice would say otherwise; changes nothing.</summary>
    public async Task<Billed<InvoiceCorrection>> Look(PracticeId practice, string number, CancellationToken cancellationToken)
    {
        var read = await store.Read((db, token) => Draft(db, practice, number, token), cancellationToken);
        return read.Value is { } drafted ? new InvoiceCorrection(number, Changes(drafted.Row.Read(), drafted.Draft)) : read.Refusal!;
    }

    private async Task<Billed<InvoiceSummary>> Issue(ContactCenterDb db, PracticeId practice, string number, CancellationToken cancellationToken)
    {
        var read = await Draft(db, practice, number, cancellationToken);
        if (read.Value is not var (row, draft))
            return read.Refusal!;
        var outcome = await NumberSeries.Issue(db, practice, row.Month, draft, day.Today, clock.GetCurrentInstant(), cancellationToken);
        if (outcome is not InvoiceIssued issued)
            return BillingRefusal.NotIssued(((InvoiceNotIssued)outcome).Faults);
        InvoiceFiles.Check(issued.Invoice);
        row.ReplacedBy = issued.Invoice.Number;
        row.Version++;
        // From here on the month, its evidence and its contests lead to the invoice that stands.
        var month = await db.Set<SettledMonth>().AsTracking().SingleAsync(m => m.PracticeId == practice && m.Month == row.Month, cancellationToken);
        month.InvoiceNumber = issued.Invoice.Number;
        month.Version++;
        return BillingViews.Summary(issued.Invoice);
    }

    private async Task<Billed<Drafted>> Draft(ContactCenterDb db, PracticeId practice, string number, CancellationToken cancellationToken)
    {
        if (await db.Set<IssuedInvoice>().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Number == number, cancellationToken) is not { } row)
            return BillingRefusal.NotFound;
        if (row.ReplacedBy is { } next)
            return BillingRefusal.ReplacedBy(next);
        var agreed = await Agreement.Read(db, tariffs.Book, practice, BillingMonth.Parse(row.Month), cancellationToken);
        if (agreed.Value is not { } agreement)
            return agreed.Refusal!;
        if (Forbidden(row, agreement, await IssueCreditNote.EarlierNotes(db, row, cancellationToken)) is { } fault)
            return BillingRefusal.NotIssued([fault]);
        var month = await db.Set<SettledMonth>().SingleAsync(m => m.PracticeId == practice && m.Month == row.Month, cancellationToken);
        var before = row.Read();
        var draft = before.Corrected(month.ReadCharged()) with { Seller = agreement.Seller, Buyer = agreement.Buyer, Terms = agreement.Terms };
        return (draft.Seller, draft.Buyer, draft.Terms) == (before.Seller, before.Buyer, before.Terms)
            ? BillingRefusal.NothingToCorrect
            : new Drafted(row, draft);
    }

    private static InvoiceFault? Forbidden(IssuedInvoice row, Agreement agreement, IReadOnlyCollection<Invoice> notes)
    {
        if (row.Kind == InvoiceKind.CreditNote || row.Credited)
            return new(
                "COR001", "Seule une facture émise, et non annulée par avoir, peut être rectifiée.", "Only an issued invoice that no credit note took back can be corrected.");
        if (row.SellerSiren != agreement.Seller.Siren)
            return new("COR002", "Le vendeur n’est plus le même : établissez un avoir.", "The seller is another company now: make a credit note.");
        // The notes were booked to the client of the first invoice and would stay there.
        return notes.Count > 0 && row.Read().Buyer.Siren != agreement.Buyer.Siren
            ? new(
                "COR003", "Des avoirs citent déjà cette facture : son client ne peut plus changer, établissez un avoir du reste.",
                "Credit notes refer to this invoice already: its client cannot change any more, make a credit note of the rest.")
            : null;
    }

    private static IReadOnlyList<ChangedField> Changes(Invoice before, Invoice after) => ContractHistory.Between(Written(before), Written(after));

    private static List<(string Field, string Value)> Written(Invoice invoice) =>
    [
        .. ContractHistory.Written("seller", ContractForms.Of(invoice.Seller)), .. ContractHistory.Written("buyer", ContractForms.Of(invoice.Buyer)),
        ("iban", invoice.Terms.Iban), ("vat_on_debits", invoice.Terms.VatOnDebits ? "true" : "false"), ("days_to_pay", $"{invoice.Terms.DaysToPay}"),
        ("notes", $"{invoice.Terms.RecoveryCosts} {invoice.Terms.LatePenalties} {invoice.Terms.EarlyDiscount}"),
    ];

    private sealed record Drafted(IssuedInvoice Row, Invoice Draft);

    /// <summary>What tells a repetition from another request.</summary>
    private sealed record Asked(string Corrected);
}
