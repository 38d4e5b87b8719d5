using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>An invoice or credit note that has its number. Never deleted; nothing but <see cref="Credited"/> ever changes.</summary>
internal sealed class IssuedInvoice
{
    public required PracticeId PracticeId { get; init; }
    public required string Number { get; init; }
    public required string SellerSiren { get; init; }
    public required InvoiceKind Kind { get; init; }

    /// <summary>The month that it is about.</summary>
    public required string Month { get; init; }
    public required LocalDate IssuedOn { get; init; }

    /// <summary>EcritureNum: its place in the seller's sales journal of the year, whichever practice it went to. Continuous from 1.</summary>
    public required int JournalEntry { get; init; }

    /// <summary>What a credit note or a corrected invoice refers to.</summary>
    public string? Corrects { get; init; }
    public required Instant IssuedAt { get; init; }

    /// <summary>JSON of the invoice as it was issued.</summary>
    public required string Document { get; init; }

    /// <summary>Credit notes took back all of it.</summary>
    public bool Credited { get; set; }
    public int Version { get; set; } = 1;

    public Invoice Read() => Credited ? ReadAsIssued().AsCredited() : ReadAsIssued();

    /// <summary>As on the day of issue, whatever credit notes came since: what its files are made of.</summary>
    public Invoice ReadAsIssued() => BillingJson.Read<Invoice>(Document);
}

internal sealed class IssuedInvoiceConfiguration : IEntityTypeConfiguration<IssuedInvoice>
{
    public void Configure(EntityTypeBuilder<IssuedInvoice> builder)
    {
        builder.ToTable("Invoices");
        builder.HasKey(i => new { i.PracticeId, i.Number });
        builder.HasOne<Practice>().WithMany().HasForeignKey(i => i.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(i => i.Number).HasMaxLength(35).IsUnicode(false);
        builder.Property(i => i.Corrects).HasMaxLength(35).IsUnicode(false);
        builder.Property(i => i.SellerSiren).HasMaxLength(9).IsUnicode(false);
        builder.Property(i => i.Month).HasMaxLength(7).IsUnicode(false);
        builder.Property(i => i.Version).IsConcurrencyToken();
        // The law's own condition, held by the database whatever the code does.
        builder.HasIndex(i => new { i.SellerSiren, i.Number }).IsUnique();
    }
}
