using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Identity.Audit;

/// <summary>The end of a practice's chain: without it a chain cut short would look whole.</summary>
internal sealed class AuditHead
{
    public required PracticeId PracticeId { get; init; }

    public long Sequence { get; set; }

    public byte[] Hash { get; set; } = [];

    /// <summary>Keyed over sequence and hash, so that nobody without the key moves the end.</summary>
    public byte[] Seal { get; set; } = [];
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.HasKey(h => h.PracticeId);
        builder.Property(h => h.Hash).HasMaxLength(32);
        builder.Property(h => h.Seal).HasMaxLength(32);
    }
}
