using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>A day in UTC whose ledgers are compared, and when next. The node that moves <see cref="DueAt"/> ahead compares it.</summary>
internal sealed class LedgerDay
{
    public required LocalDate Day { get; init; }

    /// <summary>Null when nothing more is expected of the day.</summary>
    public Instant? DueAt { get; set; }
    public Instant? ComparedAt { get; set; }
    public int CarrierLegs { get; set; }
    public int MeasuredLegs { get; set; }

    /// <summary>Findings of the day that are open.</summary>
    public int Open { get; set; }
    public int Version { get; set; } = 1;

    public static Interval Of(LocalDate day) =>
        new(day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());
}

internal sealed class LedgerDayConfiguration : IEntityTypeConfiguration<LedgerDay>
{
    public void Configure(EntityTypeBuilder<LedgerDay> builder)
    {
        builder.ToTable("LedgerDays");
        builder.HasKey(d => d.Day);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.DueAt);
    }
}
