using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Triage;

internal sealed class TriageConfiguration : IEntityTypeConfiguration<TriageSession>, IEntityTypeConfiguration<TriageLogEntry>
{
    public void Configure(EntityTypeBuilder<TriageSession> builder)
    {
        builder.ToTable("TriageSessions");
        builder.HasKey(s => new { s.CallId, s.Number });
        builder.Property(s => s.Protocol).HasMaxLength(120);
        builder.Property(s => s.Asking).HasMaxLength(64);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Place);
        builder.HasIndex(s => new { s.PracticeId, s.StartedAt });
    }

    public void Configure(EntityTypeBuilder<TriageLogEntry> builder)
    {
        builder.ToTable("TriageLog");
        builder.HasKey(e => new { e.CallId, e.Sequence });
        builder.Property(e => e.Question).HasMaxLength(64);
        builder.Ignore(e => e.Row);
        builder.HasIndex(e => new { e.PracticeId, e.At });
    }
}
