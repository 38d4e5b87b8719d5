using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Identity.SessionKeys;

/// <summary>A key of ASP.NET Core's data protection, sealed. All nodes share them, and a restart signs nobody out.</summary>
internal sealed class SessionKey
{
    public required string Name { get; init; }

    public required byte[] Box { get; set; }
}

internal sealed class SessionKeyConfiguration : IEntityTypeConfiguration<SessionKey>
{
    public void Configure(EntityTypeBuilder<SessionKey> builder)
    {
        builder.ToTable("SessionKeys");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(100).ValueGeneratedNever();
    }
}
