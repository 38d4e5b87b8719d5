using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Identity.Audit;

/// <summary>Somebody saw or changed a patient's data. Rows of a practice form a chain: each hash covers the one before.</summary>
internal sealed class AuditRow
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>1, 2, 3… within the practice, without gaps.</summary>
    public required long Sequence { get; init; }

    public required Instant At { get; init; }

    public required Guid UserId { get; init; }

    public required string Role { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>
    /// The patient's pseudonym (<see cref="AuditTrail.Pseudonym"/>), or null when nobody was found; in the trail of accounts that of the account.
    /// </summary>
    public required long? Patient { get; init; }

    public required CallId? CallId { get; init; }

    public byte[] Hash { get; set; } = [];
}

internal enum AuditAction
{
    PatientSearched,
    PatientFound,
    PatientShown,
    PatientCreated,
    PatientChanged,
    PatientsMerged,
    PatientsParted,
    MessagesRead,
    AgendaShown,
    AuditRead,

    /// <summary>No patient's data: other booking rules were put in force.</summary>
    RulesChanged,

    // No patient's data, and no practice's: who may sign in, as what and where. In the trail of accounts.
    AccountAdded,

    /// <summary>Her name, her languages or that of her screens.</summary>
    AccountChanged,
    AccountRolesChanged,
    AccountPracticesChanged,
    AccountPasswordSet,
    AccountSessionsEnded,
    AccountUnlocked,
    AccountClosed,
    AccountReopened,
}

internal sealed class AuditRowConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("AuditTrail");
        builder.HasKey(a => new { a.PracticeId, a.Sequence });
        builder.HasIndex(a => new { a.PracticeId, a.Patient });
        builder.Property(a => a.Sequence).ValueGeneratedNever();
        builder.Property(a => a.Role).HasMaxLength(32).IsUnicode(false);
        builder.Property(a => a.Hash).HasMaxLength(32);
    }
}
