using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Booking.Rows;

/// <summary>
/// Whoever changes a calendar first moves its number on, and so has it for herself until she commits: quotas, gaps and distances between visits
/// are then counted on what nobody else is changing. The number tells a reader that what she remembers is old.
/// </summary>
internal sealed class AgendaLock
{
    public const int LongestScope = 80;

    public required PracticeId PracticeId { get; init; }

    /// <summary>A practitioner's or resource's slug, or <c>patient:</c> with her id.</summary>
    public required string Scope { get; init; }

    public long Revision { get; set; }
}

internal sealed class AgendaLockConfiguration : IEntityTypeConfiguration<AgendaLock>
{
    public void Configure(EntityTypeBuilder<AgendaLock> builder)
    {
        builder.ToTable("AgendaLocks");
        builder.HasKey(l => new { l.PracticeId, l.Scope });
        builder.Property(l => l.Scope).HasMaxLength(AgendaLock.LongestScope).IsUnicode(false);
    }
}
