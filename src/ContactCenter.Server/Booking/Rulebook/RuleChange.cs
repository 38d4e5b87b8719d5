using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>
/// Somebody puts other booking rules in force. The row stands before the file is touched, so that no text on disk is without its author, and is
/// completed when the text is in force. One that was never completed tells what was begun; whether it was done, the hash in force tells.
/// </summary>
internal sealed class RuleChange
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>1, 2, 3… within the practice: the key that only one of two writers gets.</summary>
    public required int Number { get; init; }

    public required string HashBefore { get; init; }

    public required string HashAfter { get; init; }

    public required Guid By { get; init; }

    /// <summary>When it was begun.</summary>
    public required Instant At { get; init; }

    /// <summary>When the text came into force; null while it has not.</summary>
    public Instant? TakenAt { get; set; }

    /// <summary>Sealed comment: why.</summary>
    public required byte[] Box { get; init; }
}

internal sealed class RuleChangeConfiguration : IEntityTypeConfiguration<RuleChange>
{
    public void Configure(EntityTypeBuilder<RuleChange> builder)
    {
        builder.ToTable("RuleChanges");
        builder.HasKey(c => new { c.PracticeId, c.Number });
        builder.Property(c => c.HashBefore).HasMaxLength(16).IsUnicode(false);
        builder.Property(c => c.HashAfter).HasMaxLength(16).IsUnicode(false);
    }
}
