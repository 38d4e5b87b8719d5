using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Practices;

/// <summary>A standing instruction as it lies in the database: its words may name people and are sealed. Withdrawn ones stay: they were followed.</summary>
internal sealed class Instruction
{
    public required PracticeId PracticeId { get; init; }

    public required Guid Id { get; init; }

    public required byte[] Text { get; init; }

    /// <summary>A practitioner's slug; null for the whole practice.</summary>
    public string? Scope { get; init; }

    public LocalDate? FromDay { get; init; }

    public LocalDate? ToDay { get; init; }

    /// <summary>One bit per weekday, Monday being the first; 0 for every day.</summary>
    public int Days { get; init; }

    public LocalTime? Start { get; init; }

    public LocalTime? End { get; init; }

    public required Instant GivenAt { get; init; }

    public required Guid GivenBy { get; init; }

    public Instant? WithdrawnAt { get; set; }
}

internal sealed class InstructionConfiguration : IEntityTypeConfiguration<Instruction>
{
    public void Configure(EntityTypeBuilder<Instruction> builder)
    {
        builder.ToTable("Instructions");
        builder.HasKey(i => new { i.PracticeId, i.Id });
        builder.HasOne<Practice>().WithMany().HasForeignKey(i => i.PracticeId);
        builder.Property(i => i.Scope).HasMaxLength(64);
    }
}
