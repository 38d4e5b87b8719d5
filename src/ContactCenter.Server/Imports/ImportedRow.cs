using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Imports;

/// <summary>What a row of a file became. Its own name in the file is kept as a keyed hash only: it may be a number on somebody's card.</summary>
internal sealed class ImportedRow
{
    public required PracticeId PracticeId { get; init; }

    public required ImportedKind Kind { get; init; }

    /// <summary>Of the id in the file, or of what stands for one.</summary>
    public required long Token { get; init; }

    /// <summary>Of everything in the row: the same row again changes nothing, another one is refused.</summary>
    public required long Content { get; init; }

    /// <summary>The patient or appointment.</summary>
    public required Guid Subject { get; init; }

    public required Instant At { get; init; }
}

internal enum ImportedKind
{
    Patient,
    Appointment,
}

internal static class ImportedRows
{
    public static Task<ImportedRow?> Find(ContactCenterDb db, PracticeId practice, ImportedKind kind, long token, CancellationToken cancellationToken) =>
        db.Set<ImportedRow>().AsNoTracking().SingleOrDefaultAsync(r => r.PracticeId == practice && r.Kind == kind && r.Token == token, cancellationToken);

    public static Task<bool> IsSubject(ContactCenterDb db, PracticeId practice, ImportedKind kind, Guid subject, CancellationToken cancellationToken) =>
        db.Set<ImportedRow>().AnyAsync(r => r.PracticeId == practice && r.Kind == kind && r.Subject == subject, cancellationToken);
}

internal sealed class ImportedRowConfiguration : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("ImportedRows");
        builder.HasKey(r => new { r.PracticeId, r.Kind, r.Token });
        builder.HasOne<Practice>().WithMany().HasForeignKey(r => r.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.PracticeId, r.Kind, r.Subject });
        builder.Property(r => r.Token).ValueGeneratedNever();
    }
}
