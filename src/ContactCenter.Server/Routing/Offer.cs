using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>One proposal of one call to one agent. Open offers are unique per call and per agent, whoever makes them.</summary>
internal sealed class Offer
{
    public required OfferId Id { get; init; }
    public required PracticeId PracticeId { get; init; }
    public required CallId CallId { get; init; }
    public required AgentId AgentId { get; init; }
    public OfferState State { get; set; }
    public required Instant OfferedAt { get; init; }
    public required Instant ExpiresAt { get; init; }

    /// <summary>When her console said that it shows the offer; without it the offer goes on soon.</summary>
    public Instant? DeliveredAt { get; set; }
    public Instant? DecidedAt { get; set; }

    /// <summary>Why she was chosen, as JSON.</summary>
    public required string Because { get; init; }

    /// <summary>The call and the agent while the offer is open, else null: their unique indexes are what keeps two offers apart.</summary>
    public CallId? OpenForCall { get; set; }
    public AgentId? OpenForAgent { get; set; }
    public int Version { get; set; }

    public void Close(OfferState how, Instant now)
    {
        State = how;
        DecidedAt = now;
        OpenForCall = null;
        OpenForAgent = null;
        Version++;
    }
}

internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("Offers");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Because).HasMaxLength(1000);
        builder.Property(o => o.Version).IsConcurrencyToken();
        // SQL Server takes nulls for equal unless they are filtered out; the other engines do not mind the filter.
        builder.HasIndex(o => o.OpenForCall).IsUnique().HasFilter("\"OpenForCall\" IS NOT NULL");
        builder.HasIndex(o => o.OpenForAgent).IsUnique().HasFilter("\"OpenForAgent\" IS NOT NULL");
        builder.HasIndex(o => new { o.CallId, o.OfferedAt });
    }
}
