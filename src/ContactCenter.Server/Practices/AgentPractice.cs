using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Practices;

/// <summary>An agent answers for a practice. Without this row she neither gets its calls nor sees anything of it.</summary>
internal sealed class AgentPractice
{
    public required AgentId AgentId { get; init; }

    public required PracticeId PracticeId { get; init; }

    /// <summary>One of the practice's own secretaries: asked before the team.</summary>
    public bool IsOwn { get; set; }

    /// <summary>How well she knows the practice, 0 (never answered for it) to 5.</summary>
    public int Familiarity { get; set; }
}

internal sealed class AgentPracticeConfiguration : IEntityTypeConfiguration<AgentPractice>
{
    public void Configure(EntityTypeBuilder<AgentPractice> builder)
    {
        builder.ToTable("AgentPractices");
        builder.HasKey(a => new { a.PracticeId, a.AgentId });
        builder.HasIndex(a => a.AgentId);
        builder.HasOne<Practice>().WithMany().HasForeignKey(a => a.PracticeId);
        builder.HasOne<AgentProfile>().WithMany().HasForeignKey(a => a.AgentId);
    }
}
