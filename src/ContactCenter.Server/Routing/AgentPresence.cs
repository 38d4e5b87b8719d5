using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>An agent as routing and her console see her. The row is the truth; no tab and no process holds any of it.</summary>
internal sealed class AgentPresence
{
    public required AgentId AgentId { get; init; }
    public Presence Presence { get; set; }
    public Instant Since { get; set; }

    /// <summary>Since when she is idle: kept over an offer that came to nothing.</summary>
    public Instant IdleSince { get; set; }
    public string? AwayReason { get; set; }

    /// <summary>Why the server took her out of routing, or null.</summary>
    public string? PausedBecause { get; set; }

    /// <summary>She asked for a break in mid-call: it begins when her notes are closed.</summary>
    public bool WantsAway { get; set; }

    /// <summary>Which tab leads; another one that joins takes over.</summary>
    public Guid ConsoleId { get; set; }
    public string? ConnectionId { get; set; }

    /// <summary>Last time her console was heard of.</summary>
    public Instant LastHeard { get; set; }

    /// <summary>Last time her softphone held the leg of her call: the evidence behind her talk seconds.</summary>
    public Instant? LastOnLeg { get; set; }
    public bool SoftphoneReady { get; set; }

    /// <summary>Offers in a row that rang out.</summary>
    public int RungOut { get; set; }
    public int CallsToday { get; set; }
    public LocalDate? CallsTodayOn { get; set; }
    public int Version { get; set; }

    /// <summary>Moves her when that is legal; false when it is not.</summary>
    public bool Fire(AgentTrigger trigger, Instant now)
    {
        var lifecycle = new AgentLifecycle(Presence);
        if (!lifecycle.TryFire(trigger))
            return false;
        Presence = lifecycle.Presence;
        Since = now;
        if (Presence == Presence.Available && trigger != AgentTrigger.OfferEnds)
            IdleSince = now;
        if (Presence == Presence.Available)
            (AwayReason, PausedBecause) = (null, null);
        return true;
    }
}

internal sealed class AgentPresenceConfiguration : IEntityTypeConfiguration<AgentPresence>
{
    public void Configure(EntityTypeBuilder<AgentPresence> builder)
    {
        builder.ToTable("AgentPresences");
        builder.HasKey(p => p.AgentId);
        builder.Property(p => p.AwayReason).HasMaxLength(40);
        builder.Property(p => p.PausedBecause).HasMaxLength(40);
        builder.Property(p => p.ConnectionId).HasMaxLength(64);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Presence);
    }
}
