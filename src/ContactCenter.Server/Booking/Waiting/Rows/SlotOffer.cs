using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting.Rows;

/// <summary>
/// A freed slot that is kept for one waiting patient while she is rung. While it is open its keys let no other offer of the same slot be, nor a second
/// one to the same patient, on however many servers.
/// </summary>
internal sealed class SlotOffer
{
    public required PracticeId PracticeId { get; init; }

    public required SlotOfferId Id { get; init; }

    public required FreedSlotId FreedSlotId { get; init; }

    public required WaitlistEntryId EntryId { get; init; }

    public required HoldId HoldId { get; init; }

    public required PractitionerId PractitionerId { get; init; }

    public required Instant Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; init; }

    public required Instant OfferedAt { get; init; }

    public required Instant ExpiresAt { get; set; }

    public SlotOfferState State { get; set; }

    /// <summary>The points by which she came first: days waited, urgency, wishes.</summary>
    public int Days { get; init; }

    public int Urgency { get; init; }

    public int Wishes { get; init; }

    public Instant? ClosedAt { get; set; }

    /// <summary>The slot while it is open, then null.</summary>
    public FreedSlotId? OpenForSlot { get; set; }

    /// <summary>The entry while it is open, then null.</summary>
    public WaitlistEntryId? OpenForEntry { get; set; }

    public int Version { get; set; } = 1;

    public void Close(SlotOfferState how, Instant at)
    {
        (State, ClosedAt, OpenForSlot, OpenForEntry) = (how, at, null, null);
        Version++;
    }
}

internal enum SlotOfferState
{
    Open,
    Accepted,
    Refused,
    NotReached,
    Expired,

    /// <summary>She waits no more.</summary>
    Withdrawn,
}

internal sealed class SlotOfferConfiguration : IEntityTypeConfiguration<SlotOffer>
{
    public void Configure(EntityTypeBuilder<SlotOffer> builder)
    {
        builder.ToTable("SlotOffers");
        builder.HasKey(o => new { o.PracticeId, o.Id });
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.OpenForSlot).IsUnique().HasFilter("\"OpenForSlot\" IS NOT NULL");
        builder.HasIndex(o => o.OpenForEntry).IsUnique().HasFilter("\"OpenForEntry\" IS NOT NULL");
        builder.HasIndex(o => new { o.PracticeId, o.FreedSlotId });
        builder.HasIndex(o => new { o.State, o.ExpiresAt });
    }
}
