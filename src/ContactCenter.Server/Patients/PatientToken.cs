using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Patients;

/// <summary>One way to find a patient again: a keyed hash of her number, of a word of her name, of its sound or beginning, of her birth date.</summary>
internal sealed class PatientToken
{
    public required PracticeId PracticeId { get; init; }

    public required long Token { get; init; }

    public required PatientId PatientId { get; init; }
}

internal sealed class PatientTokenConfiguration : IEntityTypeConfiguration<PatientToken>
{
    public void Configure(EntityTypeBuilder<PatientToken> builder)
    {
        builder.ToTable("PatientTokens");
        builder.HasKey(t => new { t.PracticeId, t.Token, t.PatientId });
        builder.HasIndex(t => new { t.PracticeId, t.PatientId });
        builder.HasOne<Patient>().WithMany().HasForeignKey(t => new { t.PracticeId, t.PatientId });
        builder.Property(t => t.Token).ValueGeneratedNever();
    }
}
