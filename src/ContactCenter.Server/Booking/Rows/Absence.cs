using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Rows;

/// <summary>A practitioner, a room or a device is not there; entered by the practice. One taken back stays: it was followed.</summary>
internal sealed class Absence
{
    public required PracticeId PracticeId { get; init; }

    public required Guid Id { get; init; }

    public required ResourceId ResourceId { get; init; }

    public required Instant Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; init; }

    /// <summary>Why, sealed: it may say something of the person's health.</summary>
    public required byte[] Box { get; init; }

    public required Guid EnteredBy { get; init; }

    public required Instant EnteredAt { get; init; }

    public Guid? WithdrawnBy { get; set; }

    public Instant? WithdrawnAt { get; set; }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences");
        builder.HasKey(a => new { a.PracticeId, a.Id });
        builder.HasIndex(a => new { a.PracticeId, a.End });
    }
}
