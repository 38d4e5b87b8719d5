using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Rows;

/// <summary>A slot kept for a caller while she makes up her mind: the same exclusive rows as a booking, with an end. One for each call.</summary>
internal sealed class SlotHold
{
    public required PracticeId PracticeId { get; init; }

    public required HoldId Id { get; init; }

    public required CallId CallId { get; init; }

    public required Guid AgentId { get; init; }

    public required PractitionerId PractitionerId { get; init; }

    public required VisitReasonId ReasonId { get; init; }

    public required Instant Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; init; }

    public int Lane { get; init; }

    public string Resources { get; init; } = "";

    public required Instant ExpiresAt { get; set; }

    public Slot Slot => new(PractitionerId, Start, End, Lane, ResourceList.Read(Resources), null);
}

internal sealed class SlotHoldConfiguration : IEntityTypeConfiguration<SlotHold>
{
    public void Configure(EntityTypeBuilder<SlotHold> builder)
    {
        builder.ToTable("SlotHolds");
        builder.HasKey(h => new { h.PracticeId, h.Id });
        builder.Ignore(h => h.Slot);
        builder.Property(h => h.Resources).HasMaxLength(500).IsUnicode(false);
        builder.HasIndex(h => h.CallId).IsUnique();
        builder.HasIndex(h => h.AgentId);
        builder.HasIndex(h => h.ExpiresAt);
    }
}
