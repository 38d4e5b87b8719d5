using System.Collections.Immutable;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>A practice's contract with the tariffs themselves and the parties of its invoices.</summary>
internal sealed record Agreement(BillingContract Contract, InvoiceParty Seller, InvoiceParty Buyer, InvoiceTerms Terms)
{
    /// <summary>The agreement, when the contract touches the month or ended before it, and each tariff is still, to the letter, the one that was agreed.</summary>
    public static async Task<Billed<Agreement>> Read(
        ContactCenterDb db, TariffBook book, PracticeId practice, YearMonth month, CancellationToken cancellationToken)
    {
        if (await db.Set<PracticeContract>().AsNoTracking().SingleOrDefaultAsync(c => c.PracticeId == practice, cancellationToken) is not { } row)
            return BillingRefusal.NoContract;
        var terms = ImmutableList.CreateBuilder<ContractTerm>();
        foreach (var agreed in BillingJson.Read<List<AgreedTariff>>(row.Tariffs))
        {
            if (agreed.Tariff is null)
                terms.Add(new ContractTerm(agreed.From, null));
            else if (ScriptVersion.TryParse(agreed.Tariff, out var version)
                && book.Find(version.Name, version.Version) is { } tariff && tariff.Version == version)
                terms.Add(new ContractTerm(agreed.From, tariff));
            else
                return BillingRefusal.TariffChanged;
        }

        var contract = new BillingContract(practice, DateTimeZoneProviders.Tzdb[row.TimeZone], row.Region, row.First, row.Last, terms.ToImmutable())
        {
            Discounts = BillingJson.Read<ImmutableList<Discount>>(row.Discounts),
            Credits = BillingJson.Read<ImmutableList<ContractCredit>>(row.Credits),
        };
        return contract.PiecesOf(month).Any() || contract.EndedBefore(month) ? await Between(db, contract, row, cancellationToken) : BillingRefusal.NoContract;
    }

    public Invoice Draft(Statement charged) => Invoice.Draft(charged, Seller, Buyer, Terms);

    private static async Task<Billed<Agreement>> Between(
        ContactCenterDb db, BillingContract contract, PracticeContract row, CancellationToken cancellationToken)
    {
        var (buyer, terms) = (BillingJson.Read<InvoiceParty>(row.Buyer), BillingJson.Read<InvoiceTerms>(row.Terms));
        if (row.Seller is { } own)
            return new Agreement(contract, BillingJson.Read<InvoiceParty>(own), buyer, terms);
        return await SellerRevision.Now(db, cancellationToken) is { } seller
            ? new Agreement(contract, seller.ReadParty(), buyer, seller.Terms(terms.DaysToPay))
            : BillingRefusal.NoSeller;
    }
}
