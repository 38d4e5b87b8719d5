using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting.Rows;

/// <summary>A time that became free again: offered to those who wait, and followed until it is taken or has passed.</summary>
internal sealed class FreedSlot
{
    public required PracticeId PracticeId { get; init; }

    public required FreedSlotId Id { get; init; }

    public required PractitionerId PractitionerId { get; init; }

    public required Instant Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; init; }

    public required FreedBecause Because { get; init; }

    public required Instant ReleasedAt { get; init; }

    /// <summary>When it is looked at (again); null when nothing more will come of it.</summary>
    public Instant? LookAt { get; set; }

    public FreedState State { get; set; }

    public int Offers { get; set; }

    public Instant? FilledAt { get; set; }

    public AppointmentId? FilledBy { get; set; }

    public bool ByWaitlist { get; set; }

    public int Version { get; set; } = 1;

    public FreedTime Time => new(PractitionerId, Start, End);

    public void Fill(AppointmentId by, Instant at, bool byWaitlist)
    {
        (State, FilledBy, FilledAt, ByWaitlist, LookAt) = (FreedState.Refilled, by, at, byWaitlist, null);
        Version++;
    }
}

internal enum FreedState
{
    Open,

    /// <summary>Kept for a waiting patient.</summary>
    Offered,
    Refilled,

    /// <summary>It came too near for anybody to be rung.</summary>
    Passed,
}

internal enum FreedBecause
{
    Cancelled,
    Moved,

    /// <summary>The practice refused, or did not decide in time.</summary>
    Refused,
    AbsenceWithdrawn,

    /// <summary>A caller let go of it.</summary>
    HoldEnded,
}

internal sealed class FreedSlotConfiguration : IEntityTypeConfiguration<FreedSlot>
{
    public void Configure(EntityTypeBuilder<FreedSlot> builder)
    {
        builder.ToTable("FreedSlots");
        builder.HasKey(f => new { f.PracticeId, f.Id });
        builder.Ignore(f => f.Time);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => f.LookAt);
        builder.HasIndex(f => new { f.PracticeId, f.ReleasedAt });
    }
}
