using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Rows;

/// <summary>
/// A slot kept for a caller while she makes up her mind, or for a waiting patient while she is rung: the same exclusive rows as a booking, with an end.
/// One for each call, one for each offer.
/// </summary>
internal sealed class SlotHold
{
    public required PracticeId PracticeId { get; init; }

    public required HoldId Id { get; init; }

    public required HoldOwner Owner
    {
        get => new(CallId, OfferId);
        init => (CallId, OfferId) = (value.Call, value.Offer);
    }

    public CallId? CallId { get; private init; }

    public SlotOfferId? OfferId { get; private init; }

    /// <summary>Who holds it for her caller; null for a waiting patient.</summary>
    public Guid? AgentId { get; init; }

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

/// <summary>For whom a slot is kept: the caller of one call, or the patient of one offer.</summary>
internal readonly record struct HoldOwner(CallId? Call, SlotOfferId? Offer)
{
    public static HoldOwner Of(CallId call) => new(call, null);

    public static HoldOwner Of(SlotOfferId offer) => new(null, offer);
}

internal sealed class SlotHoldConfiguration : IEntityTypeConfiguration<SlotHold>
{
    public void Configure(EntityTypeBuilder<SlotHold> builder)
    {
        builder.ToTable("SlotHolds");
        builder.HasKey(h => new { h.PracticeId, h.Id });
        builder.Ignore(h => h.Slot);
        builder.Ignore(h => h.Owner);
        builder.Property(h => h.Resources).HasMaxLength(500).IsUnicode(false);
        // SQL Server takes nulls for equal unless they are filtered out; the other engines do not mind the filter.
        builder.HasIndex(h => h.CallId).IsUnique().HasFilter("\"CallId\" IS NOT NULL");
        builder.HasIndex(h => h.OfferId).IsUnique().HasFilter("\"OfferId\" IS NOT NULL");
        builder.HasIndex(h => h.AgentId);
        builder.HasIndex(h => h.ExpiresAt);
    }
}
