using System.Text;
using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Exports;

/// <summary>
/// The sales journal of one seller and calendar year over all practices. EcritureNum was taken with each document's number, so it is continuous; what
/// is issued later adds entries and changes none.
/// </summary>
internal sealed class ExportYear(Store store)
{
    /// <param name="siren">Null: the seller that there is now.</param>
    public async Task<Billed<MonthFile>> Do(int year, string? siren, CancellationToken cancellationToken)
    {
        if (year is < 2000 or > 2999)
            return BillingRefusal.WrongYear;
        return await store.Read<Billed<MonthFile>>(
            async (db, token) =>
            {
                if ((siren ?? (await SellerRevision.Now(db, token))?.ReadParty().Siren) is not { } seller)
                    return BillingRefusal.NoSeller;
                var closing = new LocalDate(year, 12, 31);
                var entries = await Entries(db, seller, new LocalDate(year, 1, 1), closing, token);
                return new MonthFile(FecFile.Name(seller, closing), "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(FecFile.Write(entries)));
            },
            cancellationToken);
    }

    private static async Task<IReadOnlyList<FecEntry>> Entries(
        ContactCenterDb db, string seller, LocalDate first, LocalDate last, CancellationToken cancellationToken)
    {
        var issued = db.Set<IssuedInvoice>().AsNoTracking().Where(i => i.SellerSiren == seller);
        var rows = await issued.Where(i => i.IssuedOn >= first && i.IssuedOn <= last).OrderBy(i => i.JournalEntry).ToListAsync(cancellationToken);
        // A corrected invoice may stand in the place of one of the year before.
        var replaced = await issued.Where(i => i.ReplacedBy != null && i.IssuedOn < first).ToListAsync(cancellationToken);
        List<Invoice> known = [.. replaced.Concat(rows.Where(r => r.ReplacedBy is not null)).Select(r => r.ReadAsIssued())];
        return [.. rows.SelectMany(r => SalesJournal.Of([r.ReadAsIssued()], r.JournalEntry, known))];
    }
}
