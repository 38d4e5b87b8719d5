using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Contests;

/// <summary>
/// The clerk's answer to a contest. Accepting it takes the stretch out of the rating for good, and gives back what it had cost: by a
/// credit note as far as one can, the rest (another tier, a smaller discount) with the next month's adjustment.
/// </summary>
internal sealed class DecideOnContest(OnceOnly once, Sealer sealer, TariffShelf tariffs, IssueCreditNote credit, IClock clock)
{
    /// <param name="by">Name of the account.</param>
    public Task<Billed<ContestView>> Do(
        PracticeId practice, Guid contestId, DecideContest decision, Guid key, string by, CancellationToken cancellationToken) =>
        once.Do<Billed<ContestView>>(
            practice, key, new Asked(contestId, decision.Accept, decision.Reason),
            (db, token) => Decide(db, practice, contestId, decision, by, token), outcome => outcome.Value is not null, cancellationToken);

    private async Task<Billed<ContestView>> Decide(
        ContactCenterDb db, PracticeId practice, Guid contestId, DecideContest decision, string by, CancellationToken cancellationToken)
    {
        if (!RaiseContest.IsReason(decision.Reason))
            return BillingRefusal.ReasonNeeded;
        if (await db.Set<Contest>().SingleOrDefaultAsync(c => c.PracticeId == practice && c.Id == contestId, cancellationToken) is not { } contest)
            return BillingRefusal.NotFound;
        if (contest.State != ContestState.Open)
            return BillingRefusal.AlreadyDecided;
        if (decision.Accept && await GiveBack(db, contest, cancellationToken) is { } refusal)
            return refusal;
        var state = decision.Accept ? ContestState.Accepted : ContestState.Refused;
        contest.Add(sealer, new HistoryStep(clock.GetCurrentInstant(), by, state, decision.Reason.Trim()));
        return ContestViews.Of(contest, sealer, await PracticeZone.Of(db, practice, cancellationToken));
    }

    /// <summary>
    /// Compares the month with and without the stretch, both from the facts known now, so that late facts stay a matter of the next month.
    /// </summary>
    private async Task<BillingRefusal?> GiveBack(ContactCenterDb db, Contest contest, CancellationToken cancellationToken)
    {
        var practice = contest.PracticeId;
        var invoice = await IssuedInvoice.InPlaceOf(db, practice, contest.InvoiceNumber, cancellationToken);
        var settled = await db.Set<SettledMonth>().SingleAsync(m => m.PracticeId == practice && m.Month == invoice.Month, cancellationToken);
        var month = BillingMonth.Parse(invoice.Month);
        var read = await Agreement.Read(db, tariffs.Book, practice, month, cancellationToken);
        if (read.Value?.Contract is not { } contract)
            return read.Refusal;
        var usage = await UsageOfMonth.Read(db, practice, BillingPeriod.Of(month, contract.Zone), cancellationToken);
        var before = MonthBilling.Rate(contract, month, usage);
        var after = MonthBilling.Rate(contract, month, WaivedStretch.Without(usage, [contest.Waived]));
        var draft = CreditNotes.Correction(invoice.Read(), await IssueCreditNote.EarlierNotes(db, invoice, cancellationToken), before, after);
        if (draft is null or CreditDrafted { Note.Totals.Gross.MinorUnits: 0 })
            return null;
        var issued = await credit.Of(db, invoice, draft, cancellationToken);
        if (issued.Value is not { } note)
            return issued.Refusal;
        settled.Settled = BillingJson.Write(MonthAdjustment.AfterCredit(settled.ReadSettled(), note, before, after));
        settled.Version++;
        contest.CreditNote = note.Number;
        return null;
    }

    /// <summary>What tells a repetition from another request.</summary>
    private sealed record Asked(Guid Contest, bool Accept, string Reason);
}
