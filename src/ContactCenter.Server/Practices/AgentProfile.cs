using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Practices;

/// <summary>Who an agent is to the team and to routing. Her name and culture stand on her <see cref="UserAccount"/>, which has the same id.</summary>
internal sealed class AgentProfile
{
    public required AgentId Id { get; init; }

    public required string Initials { get; set; }

    /// <summary>Two-letter codes of the languages she answers in.</summary>
    public List<string> Languages { get; set; } = ["fr"];

    /// <summary>Words of the scripts for what a call may need beside practice and language, such as <c>pediatrie</c>.</summary>
    public List<string> Skills { get; set; } = [];

    public TrainingLevel TrainingLevel { get; set; } = TrainingLevel.Confirmed;

    /// <summary>The telephone that rings when her console is lost, sealed: see <see cref="FallbackPhones"/>. Null when she has none.</summary>
    public byte[]? FallbackPhone { get; set; }

    /// <summary>An inactive agent gets no offers and no console.</summary>
    public bool IsActive { get; set; } = true;
}

internal enum TrainingLevel
{
    Trainee,
    Confirmed,
    Expert,
}

internal sealed class AgentProfileConfiguration : IEntityTypeConfiguration<AgentProfile>
{
    public void Configure(EntityTypeBuilder<AgentProfile> builder)
    {
        builder.ToTable("Agents");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Initials).HasMaxLength(4);
    }
}
