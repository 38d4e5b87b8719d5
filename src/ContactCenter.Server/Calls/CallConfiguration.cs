using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Calls;

internal sealed class CallConfiguration
    : IEntityTypeConfiguration<CallRecord>, IEntityTypeConfiguration<CallFact>, IEntityTypeConfiguration<PendingEffect>
{
    public void Configure(EntityTypeBuilder<CallRecord> builder)
    {
        builder.ToTable("Calls");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.CallerLeg).HasMaxLength(64).IsUnicode(false);
        builder.Property(c => c.Line).HasMaxLength(20).IsUnicode(false);
        builder.Property(c => c.Script).HasMaxLength(120);
        builder.Property(c => c.IvrPosition).HasMaxLength(2000);
        builder.Property(c => c.Reason).HasMaxLength(120);
        builder.Property(c => c.Skills).HasMaxLength(400);
        builder.Property(c => c.Language).HasMaxLength(16).IsUnicode(false);
        builder.Property(c => c.Conference).HasMaxLength(64).IsUnicode(false);
        builder.Property(c => c.ExpectedLeg).HasMaxLength(32).IsUnicode(false);
        builder.Property(c => c.Disposition).HasMaxLength(64);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.CallerLeg).IsUnique();
        builder.HasIndex(c => new { c.State, c.QueuedAt });
        builder.HasIndex(c => new { c.PracticeId, c.ArrivedAt });
        builder.HasIndex(c => new { c.PracticeId, c.CallerToken });
        builder.HasIndex(c => new { c.PracticeId, c.PatientId });
        builder.HasIndex(c => new { c.AgentId, c.State });
        builder.HasIndex(c => c.CheckDueAt);
        builder.HasIndex(c => c.AttemptDueAt);
    }

    public void Configure(EntityTypeBuilder<CallFact> builder)
    {
        builder.ToTable("CallFacts");
        builder.HasKey(f => new { f.CallId, f.Key });
        builder.Property(f => f.Key).HasMaxLength(200).IsUnicode(false);
        builder.Property(f => f.Kind).HasMaxLength(48).IsUnicode(false);
    }

    public void Configure(EntityTypeBuilder<PendingEffect> builder)
    {
        builder.ToTable("PendingEffects");
        builder.HasKey(e => new { e.CallId, e.Number });
        builder.Property(e => e.Kind).HasMaxLength(48).IsUnicode(false);
        builder.Property(e => e.LastFailure).HasMaxLength(200);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => e.DueAt);
    }
}
