using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Patients.Merging;

/// <summary>Two patients were said by a person to be one. It knows enough to be undone.</summary>
internal sealed class PatientMerge
{
    public required PracticeId PracticeId { get; init; }

    public required Guid Id { get; init; }

    public required PatientId Kept { get; init; }

    public required PatientId Gone { get; init; }

    public required Instant At { get; init; }

    public required Guid By { get; init; }

    public Instant? UndoneAt { get; set; }

    public Guid? UndoneBy { get; set; }

    /// <summary>Sealed <see cref="Moved"/>.</summary>
    public required byte[] Box { get; init; }

    public int Version { get; set; } = 1;

    public SealedRow Row => RowOf(PracticeId, Id);

    public static SealedRow RowOf(PracticeId practice, Guid id) => new("PatientMerges", practice, id);
}

/// <summary>What a merge carried from one patient to the other.</summary>
/// <param name="Before">She who was kept, before.</param>
/// <param name="After">She with what she gained.</param>
/// <param name="Flags">Those she did not have before.</param>
internal sealed record Moved(MergedRowIds Rows, PatientIdentity Before, PatientIdentity After, PatientFlags Flags);

/// <summary>Where she waits, is to be seen again or is to be rung.</summary>
internal sealed record MovedWaiting(IReadOnlyList<Guid> Waitlist, IReadOnlyList<Guid> Recalls, IReadOnlyList<Guid> Tasks);

internal sealed class PatientMergeConfiguration : IEntityTypeConfiguration<PatientMerge>
{
    public void Configure(EntityTypeBuilder<PatientMerge> builder)
    {
        builder.ToTable("PatientMerges");
        builder.HasKey(m => new { m.PracticeId, m.Id });
        builder.HasOne<Practice>().WithMany().HasForeignKey(m => m.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.PracticeId, m.At });
        builder.Ignore(m => m.Row);
        builder.Property(m => m.Version).IsConcurrencyToken();
    }
}
