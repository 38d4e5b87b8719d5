using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Practices;

internal sealed class PracticeConfiguration : IEntityTypeConfiguration<Practice>
{
    public void Configure(EntityTypeBuilder<Practice> builder)
    {
        builder.ToTable("Practices");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.Ignore(p => p.ForcedClose);
        builder.Property(p => p.Slug).HasMaxLength(64);
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.TimeZone).HasMaxLength(64);
        builder.Property(p => p.AnswerPhraseFr).HasMaxLength(500);
        builder.Property(p => p.AnswerPhraseEn).HasMaxLength(500);
        builder.Property(p => p.Address).HasMaxLength(500);
        builder.Property(p => p.OwnPhone).HasMaxLength(16);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
