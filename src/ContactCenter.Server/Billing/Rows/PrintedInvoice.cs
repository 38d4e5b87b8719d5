using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>
/// The readable form of an invoice, written once and kept for as long as the invoice is: another logo, address or layout changes the next
/// invoice, never one that somebody may have received.
/// </summary>
internal sealed class PrintedInvoice
{
    public required PracticeId PracticeId { get; init; }
    public required string Number { get; init; }
    public required Instant PrintedAt { get; init; }
    public required byte[] File { get; init; }
}

internal sealed class PrintedInvoiceConfiguration : IEntityTypeConfiguration<PrintedInvoice>
{
    public void Configure(EntityTypeBuilder<PrintedInvoice> builder)
    {
        builder.ToTable("PrintedInvoices");
        builder.HasKey(p => new { p.PracticeId, p.Number });
        builder.HasOne<IssuedInvoice>().WithOne().HasForeignKey<PrintedInvoice>(p => new { p.PracticeId, p.Number })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Number).HasMaxLength(35).IsUnicode(false);
    }
}
