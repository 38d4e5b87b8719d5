using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Patients;

/// <summary>A patient as she lies in the database: who she is stays in the box.</summary>
internal sealed class Patient
{
    public required PracticeId PracticeId { get; init; }

    public required PatientId Id { get; init; }

    /// <summary>A sealed <see cref="PatientIdentity"/>.</summary>
    public required byte[] Box { get; set; }

    /// <summary>The patient who stands for her since somebody merged the two; null for all others.</summary>
    public PatientId? MergedInto { get; set; }

    public PatientFlags Flags { get; set; }

    public int Version { get; set; } = 1;

    public required Instant CreatedAt { get; init; }

    public required Instant ChangedAt { get; set; }
}

internal sealed class PatientConfiguration : IEntityTypeConfiguration<Patient>
{
    public void Configure(EntityTypeBuilder<Patient> builder)
    {
        builder.ToTable("Patients");
        builder.HasKey(p => new { p.PracticeId, p.Id });
        builder.HasOne<Practice>().WithMany().HasForeignKey(p => p.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Flags).HasConversion<int>();
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
