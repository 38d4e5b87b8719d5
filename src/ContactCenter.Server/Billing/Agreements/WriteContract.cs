using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Agreements;

/// <summary>Makes or changes a practice's contract as a whole and keeps what it was, or says all that is wrong with it.</summary>
internal sealed class WriteContract(TariffShelf tariffs, IClock clock)
{
    /// <summary>Within a write unit that runs again on a conflict or a taken key.</summary>
    /// <param name="found">What the form itself has wrong already.</param>
    /// <param name="version">Of the contract that was changed, 0 for a new one; null: whichever there is.</param>
    public async Task<Billed<PracticeContract>> Do(
        ContactCenterDb db, PracticeId practice, (ContractDraft Draft, IReadOnlyList<ContractFault> Faults) found, int? version, string by,
        CancellationToken cancellationToken)
    {
        await PracticeContract.Hold(db, practice, cancellationToken);
        var row = await db.Set<PracticeContract>().AsTracking().SingleOrDefaultAsync(c => c.PracticeId == practice, cancellationToken);
        if (version is { } seen && seen != (row?.Version ?? 0))
            return BillingRefusal.ChangedMeanwhile;
        var faults = found.Faults.Concat(ContractChecks.Run(found.Draft, practice, tariffs.Book).Faults).DistinctBy(f => f.Field).ToList();
        if (faults.Count > 0)
            return BillingRefusal.WrongContract(faults);
        var (seller, last) = (await SellerRevision.Now(db, cancellationToken), await LastClosed(db, practice, cancellationToken));
        if (seller is null && row?.Seller is null)
            return BillingRefusal.NoSeller;
        var after = Of(found.Draft, practice, row, seller);
        if (row is not null && last is not null && ClosedMonths.FirstTouched(row, after, BillingMonth.Parse(last)) is { } touched)
            return BillingRefusal.ClosedMonth(BillingMonth.Write(touched), last);
        return Keep(db, row, after, by);
    }

    /// <summary>As <c>2026-10</c>; null when no month is closed.</summary>
    public static Task<string?> LastClosed(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken) =>
        db.Set<SettledMonth>().Where(m => m.PracticeId == practice).MaxAsync(m => (string?)m.Month, cancellationToken);

    private PracticeContract Of(ContractDraft draft, PracticeId practice, PracticeContract? before, SellerRevision? seller)
    {
        var terms = before?.Seller is null
            ? seller!.Terms(draft.DaysToPay)
            : BillingJson.Read<InvoiceTerms>(before.Terms) with { DaysToPay = draft.DaysToPay };
        return new PracticeContract
        {
            PracticeId = practice, TimeZone = draft.TimeZone, Region = draft.Region, First = draft.First, Last = draft.Last,
            Tariffs = BillingJson.Write(draft.Tariffs.Select(Agreed).ToList()), Discounts = BillingJson.Write(draft.Discounts),
            Credits = BillingJson.Write(draft.Credits), Seller = before?.Seller, Buyer = BillingJson.Write(draft.Buyer),
            Terms = BillingJson.Write(terms), Version = (before?.Version ?? 0) + 1,
        };
    }

    private AgreedTariff Agreed(DraftTerm term) => new(
        term.From, term.Tariff is { } written ? ContractChecks.Find(tariffs.Book, written)!.Version.ToString() : null);

    private PracticeContract Keep(ContactCenterDb db, PracticeContract? row, PracticeContract after, string by)
    {
        // Saved again as it is, it is no change and has no place in the history.
        if (row is not null && BillingJson.Write(ContractForms.Of(row)) == BillingJson.Write(ContractForms.Of(after)) && row.Tariffs == after.Tariffs)
            return row;
        db.Add(ContractRevision.Of(after, clock.GetCurrentInstant(), by));
        if (row is null)
        {
            db.Add(after);
            return after;
        }

        (row.TimeZone, row.Region, row.First, row.Last) = (after.TimeZone, after.Region, after.First, after.Last);
        (row.Tariffs, row.Discounts, row.Credits) = (after.Tariffs, after.Discounts, after.Credits);
        (row.Buyer, row.Terms, row.Version) = (after.Buyer, after.Terms, after.Version);
        return row;
    }
}
