using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>Who issues the invoices, from a change on; the highest version holds. Rows are added and never touched again.</summary>
internal sealed class SellerRevision
{
    /// <summary>From 1. Two who change the same version at once meet at this key.</summary>
    public required int Version { get; init; }
    public required Instant At { get; init; }

    /// <summary>Name of the account.</summary>
    public required string By { get; init; }

    /// <summary>JSON of an <see cref="InvoiceParty"/>.</summary>
    public required string Party { get; init; }
    public required string Iban { get; init; }
    public required bool VatOnDebits { get; init; }

    /// <summary>Null while nobody has said who issues the invoices.</summary>
    public static Task<SellerRevision?> Now(ContactCenterDb db, CancellationToken cancellationToken) =>
        db.Set<SellerRevision>().AsNoTracking().OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellationToken);

    public InvoiceParty ReadParty() => BillingJson.Read<InvoiceParty>(Party);

    public InvoiceTerms Terms(int daysToPay) => InvoiceTerms.Usual(Iban, daysToPay) with { VatOnDebits = VatOnDebits };
}

internal sealed class SellerRevisionConfiguration : IEntityTypeConfiguration<SellerRevision>
{
    public void Configure(EntityTypeBuilder<SellerRevision> builder)
    {
        builder.ToTable("SellerRevisions");
        builder.HasKey(s => s.Version);
        builder.Property(s => s.Version).ValueGeneratedNever();
        builder.Property(s => s.By).HasMaxLength(200);
        builder.Property(s => s.Iban).HasMaxLength(34).IsUnicode(false);
    }
}
