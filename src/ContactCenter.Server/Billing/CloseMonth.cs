using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>
/// Settles a month that has ended: what comes later is an adjustment of the next. Closing again finds it closed and changes nothing.
/// </summary>
internal sealed class CloseMonth(Store store, TariffShelf tariffs, IClock clock)
{
    public Task<Billed<SettledMonth>> Do(PracticeId practice, YearMonth month, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            if (await Find(db, practice, month, token) is { } closed)
                return closed;
            await PracticeContract.Hold(db, practice, token);
            var read = await Agreement.Read(db, tariffs.Book, practice, month, token);
            if (read.Value?.Contract is not { } contract)
                return read.Refusal!;
            var now = clock.GetCurrentInstant();
            if (now < BillingPeriod.Of(month, contract.Zone).Instants.End)
                return BillingRefusal.MonthRuns;
            if (contract.PiecesOf(month.PlusMonths(-1)).Any() && await Find(db, practice, month.PlusMonths(-1), token) is null)
                return BillingRefusal.EarlierMonthOpen;
            return await Settle(db, contract, month, now, token);
        },
        Rerun.OnConflictOrTakenKey,
        cancellationToken);

    private static async Task<Billed<SettledMonth>> Settle(
        ContactCenterDb db, BillingContract contract, YearMonth month, Instant now, CancellationToken cancellationToken)
    {
        var rating = await MonthRating.Of(db, contract, month, cancellationToken);
        if (rating.IsNothingAfterEnd(contract))
            return BillingRefusal.NoContract;
        foreach (var (earlier, newer) in rating.Moved)
        {
            earlier.Settled = BillingJson.Write(newer);
            earlier.Version++;
        }

        var settled = new SettledMonth
        {
            PracticeId = contract.Practice, Month = BillingMonth.Write(month), ClosedAt = now, Charged = BillingJson.Write(rating.Charged),
            Settled = BillingJson.Write(rating.Own),
        };
        db.Add(settled);
        db.Add(await KeptMonth.Of(db, BillingPeriod.Of(month, contract.Zone), contract.Practice, cancellationToken));
        return settled;
    }

    private static Task<SettledMonth?> Find(ContactCenterDb db, PracticeId practice, YearMonth month, CancellationToken cancellationToken)
    {
        var name = BillingMonth.Write(month);
        return db.Set<SettledMonth>().SingleOrDefaultAsync(m => m.PracticeId == practice && m.Month == name, cancellationToken);
    }
}
