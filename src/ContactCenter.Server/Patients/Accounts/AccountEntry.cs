using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Patients.Accounts;

/// <summary>A line of a patient's account. Lines are added, never changed.</summary>
internal sealed class AccountEntry
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>Of a charge: the appointment's own id, so that the key itself admits one charge for each appointment.</summary>
    public required Guid Id { get; init; }

    public required PatientId PatientId { get; set; }

    public CaseId? CaseId { get; init; }

    public required AccountEntryKind Kind { get; init; }

    /// <summary>Cents of euros; above 0 the patient owes more.</summary>
    public required long Cents { get; init; }

    public required Instant At { get; init; }

    public required Guid EnteredBy { get; init; }

    /// <summary>A sealed text, or null.</summary>
    public byte[]? Box { get; init; }

    public static SealedRow RowOf(PracticeId practice, Guid id) => new("AccountEntries", practice, id);
}

/// <summary>What a practice lets agents see of balances. No row: that something is open, not how much.</summary>
internal sealed class AccountTerms
{
    public required PracticeId PracticeId { get; init; }

    public bool ShowsAmount { get; set; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<AccountEntry>, IEntityTypeConfiguration<AccountTerms>
{
    public void Configure(EntityTypeBuilder<AccountEntry> builder)
    {
        builder.ToTable("AccountEntries");
        builder.HasKey(e => new { e.PracticeId, e.Id });
        builder.HasIndex(e => new { e.PracticeId, e.PatientId });
        builder.HasOne<Patient>().WithMany().HasForeignKey(e => new { e.PracticeId, e.PatientId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccountTerms> builder)
    {
        builder.ToTable("AccountTerms");
        builder.HasKey(t => t.PracticeId);
        builder.HasOne<Practice>().WithMany().HasForeignKey(t => t.PracticeId).OnDelete(DeleteBehavior.Restrict);
    }
}
