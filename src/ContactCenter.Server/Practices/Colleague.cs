using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Practices;

/// <summary>A number that the practice has named as another professional's; sealed, and found by its token.</summary>
internal sealed class Colleague
{
    public const string TokenKind = "colleague";

    public required PracticeId PracticeId { get; init; }

    public required Guid Id { get; init; }

    public required long Token { get; init; }

    /// <summary>A sealed <see cref="ColleagueContact"/>.</summary>
    public required byte[] Box { get; init; }
}

internal sealed record ColleagueContact(string Name, string Number);

internal sealed class ColleagueConfiguration : IEntityTypeConfiguration<Colleague>
{
    public void Configure(EntityTypeBuilder<Colleague> builder)
    {
        builder.ToTable("Colleagues");
        builder.HasKey(c => new { c.PracticeId, c.Id });
        builder.HasIndex(c => new { c.PracticeId, c.Token }).IsUnique();
        builder.HasOne<Practice>().WithMany().HasForeignKey(c => c.PracticeId);
    }
}
