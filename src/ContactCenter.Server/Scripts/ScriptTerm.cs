using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>
/// From when on a text of a file was in force, until the next row of the same file. Only ever added to: a file put back to an older text gets a row of its
/// own, which <see cref="ScriptText.FirstUsedAt"/> could not tell.
/// </summary>
internal sealed class ScriptTerm
{
    /// <summary>The file of the script itself, relative to the root.</summary>
    public required string Path { get; init; }

    /// <summary>1, 2, 3… within the file: of two servers that notice the same change one writes it down.</summary>
    public required int Number { get; init; }

    /// <summary>Of the bundle, as in <see cref="ScriptText.Hash"/>.</summary>
    public required string Hash { get; init; }

    public required Instant Since { get; init; }
}

internal sealed class ScriptTermConfiguration : IEntityTypeConfiguration<ScriptTerm>
{
    public void Configure(EntityTypeBuilder<ScriptTerm> builder)
    {
        builder.ToTable("ScriptTerms");
        builder.HasKey(t => new { t.Path, t.Number });
        builder.Property(t => t.Path).HasMaxLength(200);
        builder.Property(t => t.Hash).HasMaxLength(16).IsUnicode(false);
    }
}
