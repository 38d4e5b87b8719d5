using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>What a practice agreed to: between whom, from when to when, and under which texts of which tariffs.</summary>
internal sealed class PracticeContract
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>IANA id; the months are those of this zone.</summary>
    public required string TimeZone { get; set; }
    public required HolidayRegion Region { get; set; }
    public required LocalDate First { get; set; }

    /// <summary>Included; null while it goes on.</summary>
    public LocalDate? Last { get; set; }

    /// <summary>JSON of <see cref="AgreedTariff"/>s, ascending.</summary>
    public required string Tariffs { get; set; }

    /// <summary>JSON of <see cref="Domain.Billing.Discount"/>s.</summary>
    public string Discounts { get; set; } = "[]";

    /// <summary>JSON of <see cref="Domain.Billing.Agreements.ContractCredit"/>s.</summary>
    public string Credits { get; set; } = "[]";

    /// <summary>
    /// JSON of a <see cref="Domain.Billing.Invoices.InvoiceParty"/>; null: the <see cref="SellerRevision"/> that holds, with its terms.
    /// </summary>
    public string? Seller { get; init; }

    /// <summary>JSON of a <see cref="Domain.Billing.Invoices.InvoiceParty"/>.</summary>
    public required string Buyer { get; set; }

    /// <summary>
    /// JSON of <see cref="Domain.Billing.Invoices.InvoiceTerms"/>; of these only the days to pay count where the house is the seller.
    /// </summary>
    public required string Terms { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>
    /// Makes who closes a month and who changes the contract wait for each other: each would otherwise decide by what the other is about to change.
    /// </summary>
    public static Task Hold(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken) => db.Set<PracticeContract>()
        .Where(c => c.PracticeId == practice).ExecuteUpdateAsync(set => set.SetProperty(c => c.TimeZone, c => c.TimeZone), cancellationToken);
}

/// <summary>
/// From a day on, a tariff, in the form of <see cref="Domain.Scripts.ScriptVersion"/>: name, version and hash of the text. Null: no service.
/// </summary>
internal sealed record AgreedTariff(LocalDate From, string? Tariff);

internal sealed class PracticeContractConfiguration : IEntityTypeConfiguration<PracticeContract>
{
    public void Configure(EntityTypeBuilder<PracticeContract> builder)
    {
        builder.ToTable("BillingContracts");
        builder.HasKey(c => c.PracticeId);
        builder.HasOne<Practice>().WithOne().HasForeignKey<PracticeContract>(c => c.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(c => c.TimeZone).HasMaxLength(64).IsUnicode(false);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}
