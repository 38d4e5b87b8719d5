using System.Collections.Immutable;
using ContactCenter.Domain.Billing;
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
            if (!ScriptVersion.TryParse(agreed.Tariff, out var version) || book.Find(version.Name, version.Version) is not { } tariff || tariff.Version != version)
                return BillingRefusal.TariffChanged;
            terms.Add(new ContractTerm(agreed.From, tariff));
        }

        var contract = new BillingContract(practice, DateTimeZoneProviders.Tzdb[row.TimeZone], row.Region, row.First, row.Last, terms.ToImmutable())
        {
            Discounts = BillingJson.Read<ImmutableList<Discount>>(row.Discounts),
        };
        if (!contract.PiecesOf(month).Any() && !contract.EndedBefore(month))
            return BillingRefusal.NoContract;
        return new Agreement(
            contract, BillingJson.Read<InvoiceParty>(row.Seller), BillingJson.Read<InvoiceParty>(row.Buyer), BillingJson.Read<InvoiceTerms>(row.Terms));
    }

    public Invoice Draft(Statement charged) => Invoice.Draft(charged, Seller, Buyer, Terms);
}
