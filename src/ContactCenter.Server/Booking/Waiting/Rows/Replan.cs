using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting.Rows;

/// <summary>The patients of an absence are rung one after the other.</summary>
internal sealed class Replan
{
    public required PracticeId PracticeId { get; init; }

    public required ReplanId Id { get; init; }

    public required Guid AbsenceId { get; init; }

    public required Guid StartedBy { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>When the last of its patients was settled.</summary>
    public Instant? DoneAt { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>One appointment of a re-planning.</summary>
internal sealed class ReplanItem
{
    public required PracticeId PracticeId { get; init; }

    public required Guid Id { get; init; }

    public required ReplanId ReplanId { get; init; }

    public required AppointmentId AppointmentId { get; init; }

    /// <summary>When it was to be.</summary>
    public required Instant Start { get; init; }

    /// <summary>Who is rung first, from 1.</summary>
    public required int Rank { get; init; }

    public bool Urgent { get; init; }

    public ReplanItemState State { get; set; }

    /// <summary>Somebody spoke with the patient.</summary>
    public bool Reached { get; set; }

    public int Version { get; set; } = 1;

    public void Close(ReplanItemState how)
    {
        State = how;
        Version++;
    }
}

internal enum ReplanItemState
{
    ToCall,
    Moved,
    CalledOff,
    Unreached,

    /// <summary>The absence was taken back, or the visit took place.</summary>
    Dropped,
}

internal sealed class ReplanConfiguration : IEntityTypeConfiguration<Replan>, IEntityTypeConfiguration<ReplanItem>
{
    public void Configure(EntityTypeBuilder<Replan> builder)
    {
        builder.ToTable("Replans");
        builder.HasKey(r => new { r.PracticeId, r.Id });
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.PracticeId, r.AbsenceId }).IsUnique();
        builder.HasIndex(r => r.DoneAt);
    }

    public void Configure(EntityTypeBuilder<ReplanItem> builder)
    {
        builder.ToTable("ReplanItems");
        builder.HasKey(i => new { i.PracticeId, i.Id });
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.PracticeId, i.ReplanId, i.Rank });
        builder.HasIndex(i => i.State);
    }
}
