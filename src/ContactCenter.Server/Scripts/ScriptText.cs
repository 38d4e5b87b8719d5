using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>Every text that was ever in force, so that a call can be replayed with the scripts it had. Never changed or deleted.</summary>
internal sealed class ScriptText
{
    /// <summary>See <see cref="ScriptBundle.Hash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>The file of the script itself, relative to the root.</summary>
    public required string Path { get; init; }

    public required string Name { get; init; }

    /// <summary>The number its author gave it.</summary>
    public required int Version { get; init; }

    /// <summary>For a signed protocol what was signed; null for all others.</summary>
    public string? SignedContent { get; init; }

    /// <summary>The bundle as <see cref="ScriptBundle.Serialize"/> writes it.</summary>
    public required string Texts { get; init; }

    public required Instant FirstUsedAt { get; init; }
}

internal sealed class ScriptTextConfiguration : IEntityTypeConfiguration<ScriptText>
{
    public void Configure(EntityTypeBuilder<ScriptText> builder)
    {
        builder.HasKey(t => t.Hash);
        builder.Property(t => t.Hash).HasMaxLength(16).IsUnicode(false);
        builder.Property(t => t.Path).HasMaxLength(200);
        builder.Property(t => t.Name).HasMaxLength(64);
        builder.Property(t => t.SignedContent).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(t => new { t.Path, t.Version });
    }
}
