using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Booking.Rows;

/// <summary>
/// One resource, one lane, one step of five minutes, taken. The primary key is what makes a double booking impossible, on any engine and at any
/// isolation: two bookings that overlap share a step.
/// </summary>
internal sealed class Occupancy
{
    public required PracticeId PracticeId { get; init; }

    public required ResourceId ResourceId { get; init; }

    public required int Lane { get; init; }

    public required int Step { get; init; }

    public AppointmentId? AppointmentId { get; set; }

    public HoldId? HoldId { get; set; }
}

internal sealed class OccupancyConfiguration : IEntityTypeConfiguration<Occupancy>
{
    public void Configure(EntityTypeBuilder<Occupancy> builder)
    {
        builder.ToTable("Occupancies");
        builder.HasKey(o => new { o.PracticeId, o.ResourceId, o.Lane, o.Step });
        builder.Property(o => o.Lane).ValueGeneratedNever();
        builder.Property(o => o.Step).ValueGeneratedNever();
        builder.HasIndex(o => new { o.PracticeId, o.AppointmentId });
        builder.HasIndex(o => new { o.PracticeId, o.HoldId });
    }
}
