using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Contests;

/// <summary>A practice's doubt about one stretch of one call, and what became of it. A stretch is contested once.</summary>
internal sealed class Contest
{
    public required PracticeId PracticeId { get; init; }
    public required Guid Id { get; init; }
    public required string InvoiceNumber { get; init; }
    public required CallId CallId { get; init; }

    /// <summary>The stretch's place in its call when it was contested, from 0.</summary>
    public required int Segment { get; init; }
    public required SegmentKind Kind { get; init; }
    public required Instant Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; init; }
    public required Instant RaisedAt { get; init; }
    public ContestState State { get; set; }

    /// <summary>The note that took the stretch back; null before, and when nothing was left to take back.</summary>
    public string? CreditNote { get; set; }

    /// <summary>Every <see cref="HistoryStep"/>, sealed: people write what they like.</summary>
    public byte[] History { get; set; } = [];
    public int Version { get; set; } = 1;

    public WaivedStretch Waived => new(CallId, Kind, Start, End);

    public IReadOnlyList<HistoryStep> ReadHistory(Sealer sealer) => History.Length == 0 ? [] : sealer.Open<List<HistoryStep>>(Row, History);

    public void Add(Sealer sealer, HistoryStep step)
    {
        State = step.State;
        History = sealer.Seal<List<HistoryStep>>(Row, [.. ReadHistory(sealer), step]);
        Version++;
    }

    private SealedRow Row => new("Contests", PracticeId, Id);
}

/// <summary>Who said what, when.</summary>
internal sealed record HistoryStep(Instant At, string By, ContestState State, string Reason);

internal sealed class ContestConfiguration : IEntityTypeConfiguration<Contest>
{
    public void Configure(EntityTypeBuilder<Contest> builder)
    {
        builder.ToTable("Contests");
        builder.HasKey(c => new { c.PracticeId, c.Id });
        builder.HasOne<Practice>().WithMany().HasForeignKey(c => c.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(c => c.InvoiceNumber).HasMaxLength(35).IsUnicode(false);
        builder.Property(c => c.CreditNote).HasMaxLength(35).IsUnicode(false);
        builder.Property(c => c.Version).IsConcurrencyToken();
        // One contest of a stretch, whoever of the practice presses first.
        builder.HasIndex(c => new { c.PracticeId, c.CallId, c.Kind, c.Start }).IsUnique();
        builder.HasIndex(c => new { c.State, c.RaisedAt });
    }
}
