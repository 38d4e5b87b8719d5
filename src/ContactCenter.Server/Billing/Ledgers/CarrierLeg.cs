using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>The second ledger: what the telephony vendor charges for one leg, by its own record. Whose number it was stays with the vendor.</summary>
internal sealed class CarrierLeg
{
    /// <summary>The vendor's name of the leg.</summary>
    public required string Leg { get; init; }

    /// <summary>Null while no call of ours knows the leg.</summary>
    public PracticeId? PracticeId { get; set; }
    public CallId? CallId { get; set; }
    public string? Parent { get; set; }
    public bool IsDialledOut { get; set; }
    public Instant StartedAt { get; set; }
    public long Seconds { get; set; }

    /// <summary>Started minutes, which the vendor charges.</summary>
    public long Minutes { get; set; }

    /// <summary>In millionths of <see cref="Currency"/>; null while the vendor has not told it.</summary>
    public long? Price { get; set; }

    /// <summary>ISO 4217; null together with the price.</summary>
    public string? Currency { get; set; }

    public static CarrierLeg Of(CarrierCharge charge) => new() { Leg = charge.Leg.Value };

    public void Take(CarrierCharge charge, PracticeId? practice)
    {
        (PracticeId, CallId) = (practice, charge.Call);
        (Parent, IsDialledOut, StartedAt, Seconds, Minutes) = (charge.Parent?.Value, charge.IsDialledOut, charge.StartedAt, charge.Seconds, charge.Minutes);
        Price = charge.Foreign?.MicroUnits ?? charge.CostMicroUnits;
        Currency = charge.Foreign?.Currency ?? (Price is null ? null : Domain.Billing.Money.Currency);
    }

    public CarrierCharge Read() => new(new LegRef(Leg), CallId, StartedAt, Seconds, Currency == Domain.Billing.Money.Currency ? Price : null)
    {
        Parent = Parent is null ? null : new LegRef(Parent), IsDialledOut = IsDialledOut,
        Foreign = Price is { } price && Currency is { } other && other != Domain.Billing.Money.Currency ? new ForeignAmount(other, price) : null,
    };
}

internal sealed class CarrierLegConfiguration : IEntityTypeConfiguration<CarrierLeg>
{
    public void Configure(EntityTypeBuilder<CarrierLeg> builder)
    {
        builder.ToTable("CarrierLegs");
        builder.HasKey(l => l.Leg);
        builder.Property(l => l.Leg).HasMaxLength(64).IsUnicode(false);
        builder.Property(l => l.Parent).HasMaxLength(64).IsUnicode(false);
        builder.Property(l => l.Currency).HasMaxLength(3).IsUnicode(false);
        builder.HasIndex(l => new { l.PracticeId, l.StartedAt });
        builder.HasIndex(l => new { l.PracticeId, l.CallId });
    }
}
