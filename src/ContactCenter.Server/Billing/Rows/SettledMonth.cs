using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>A closed month.</summary>
internal sealed class SettledMonth
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>Such as <c>2026-11</c>; it sorts as months do.</summary>
    public required string Month { get; init; }
    public required Instant ClosedAt { get; init; }

    /// <summary>JSON of the statement that the month's invoice is made of: its own lines, then adjustments of earlier months. Never changes.</summary>
    public required string Charged { get; init; }

    /// <summary>JSON of the month's own statement as charged so far. An adjustment puts the newer one here, which is what makes a late fact count once.</summary>
    public required string Settled { get; set; }

    /// <summary>Null until the invoice is issued.</summary>
    public string? InvoiceNumber { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>Nothing was used and nothing is owed: the month is done without an invoice.</summary>
    public bool HasNothingToInvoice => InvoiceNumber is null && ReadCharged().Lines.IsEmpty;

    public Statement ReadCharged() => BillingJson.Read<Statement>(Charged);

    public Statement ReadSettled() => BillingJson.Read<Statement>(Settled);
}

internal sealed class SettledMonthConfiguration : IEntityTypeConfiguration<SettledMonth>
{
    public void Configure(EntityTypeBuilder<SettledMonth> builder)
    {
        builder.ToTable("SettledMonths");
        builder.HasKey(m => new { m.PracticeId, m.Month });
        builder.Ignore(m => m.HasNothingToInvoice);
        builder.HasOne<Practice>().WithMany().HasForeignKey(m => m.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(m => m.Month).HasMaxLength(7).IsUnicode(false);
        builder.Property(m => m.InvoiceNumber).HasMaxLength(35).IsUnicode(false);
        builder.Property(m => m.Version).IsConcurrencyToken();
    }
}
