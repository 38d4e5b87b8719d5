using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Practices;

internal sealed class PhoneLineConfiguration : IEntityTypeConfiguration<PhoneLine>
{
    public void Configure(EntityTypeBuilder<PhoneLine> builder)
    {
        builder.ToTable("PhoneLines");
        builder.HasKey(l => l.Id);
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => l.PracticeId);
        builder.HasOne<Practice>().WithMany().HasForeignKey(l => l.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(l => l.Number).HasMaxLength(16);
        builder.Property(l => l.Label).HasMaxLength(100);
    }
}
