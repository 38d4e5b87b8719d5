using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>The third ledger: what an agent worked for a practice in one hour, in seconds by kind. A day of hers is the sum of its hours.</summary>
internal sealed class AgentHour
{
    public required PracticeId PracticeId { get; init; }
    public required AgentId AgentId { get; init; }

    /// <summary>The hour's first second in UTC.</summary>
    public required Instant Hour { get; init; }
    public long Talk { get; set; }
    public long Hold { get; set; }
    public long Consult { get; set; }
    public long WrapUp { get; set; }

    public AgentWork Read() => new(AgentId, Talk, Hold, Consult, WrapUp);
}

internal sealed class AgentHourConfiguration : IEntityTypeConfiguration<AgentHour>
{
    public void Configure(EntityTypeBuilder<AgentHour> builder)
    {
        builder.ToTable("AgentHours");
        builder.HasKey(h => new { h.PracticeId, h.AgentId, h.Hour });
        builder.HasIndex(h => h.Hour);
    }
}
