using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Storage;

/// <summary>A changing request that was done, with its sealed answer: sent again under the same key it gets the same answer.</summary>
internal sealed class RememberedRequest
{
    public required PracticeId PracticeId { get; init; }

    public required Guid Key { get; init; }

    /// <summary>Keyed hash of what was asked: another question under the same key is refused.</summary>
    public required long Asked { get; init; }

    public required byte[] Answer { get; init; }

    public required Instant At { get; init; }
}

internal sealed class RememberedRequestConfiguration : IEntityTypeConfiguration<RememberedRequest>
{
    public void Configure(EntityTypeBuilder<RememberedRequest> builder)
    {
        builder.ToTable("RememberedRequests");
        builder.HasKey(r => new { r.PracticeId, r.Key });
        builder.HasIndex(r => r.At);
    }
}
