using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>
/// An invoice or credit note that has its number. Never deleted; nothing but <see cref="Credited"/> and <see cref="ReplacedBy"/> ever changes.
/// </summary>
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

    /// <summary>The corrected invoice that stands in its place; null while it stands itself.</summary>
    public string? ReplacedBy { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>The invoice that now stands in the place of one: itself, or the last of the corrected ones.</summary>
    public static async Task<IssuedInvoice> InPlaceOf(ContactCenterDb db, PracticeId practice, string number, CancellationToken cancellationToken)
    {
        var row = await db.Set<IssuedInvoice>().SingleAsync(i => i.PracticeId == practice && i.Number == number, cancellationToken);
        return row.ReplacedBy is { } next ? await InPlaceOf(db, practice, next, cancellationToken) : row;
    }

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
        builder.Property(i => i.ReplacedBy).HasMaxLength(35).IsUnicode(false);
        builder.Property(i => i.SellerSiren).HasMaxLength(9).IsUnicode(false);
        builder.Property(i => i.Month).HasMaxLength(7).IsUnicode(false);
        builder.Property(i => i.Version).IsConcurrencyToken();
        // The law's own condition, held by the database whatever the code does.
        builder.HasIndex(i => new { i.SellerSiren, i.Number }).IsUnique();
    }
}
