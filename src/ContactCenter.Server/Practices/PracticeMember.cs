using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Practices;

/// <summary>Somebody besides its agents who sees a practice: its own staff, or a supervisor of the agents who answer for it.</summary>
internal sealed class PracticeMember
{
    public required Guid UserId { get; init; }

    public required PracticeId PracticeId { get; init; }
}

internal sealed class PracticeMemberConfiguration : IEntityTypeConfiguration<PracticeMember>
{
    public void Configure(EntityTypeBuilder<PracticeMember> builder)
    {
        builder.ToTable("PracticeMembers");
        builder.HasKey(m => new { m.PracticeId, m.UserId });
        builder.HasIndex(m => m.UserId);
        builder.HasOne<Practice>().WithMany().HasForeignKey(m => m.PracticeId);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(m => m.UserId);
    }
}
