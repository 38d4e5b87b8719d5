using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Metering;

/// <summary>
/// One measurement of a finished call, written once and never changed. A late fact makes the next revision; the greatest is in force and is what
/// <see cref="MeteredCall"/> shows, the earlier ones say what was known before.
/// </summary>
internal sealed class CallDetailRecord
{
    public required PracticeId PracticeId { get; init; }
    public required CallId CallId { get; init; }

    /// <summary>From 1 within the call.</summary>
    public required int Revision { get; init; }
    public required Instant MeasuredAt { get; init; }
    public required CallOutcome Outcome { get; init; }
    public required AgentId? AgentId { get; init; }
    public required string? Disposition { get; init; }
    public required long TalkSeconds { get; init; }
    public required long LegSeconds { get; init; }

    /// <summary>As in <see cref="MeteredCall.Segments"/>.</summary>
    public required string Segments { get; init; }
    public required string? WrapUp { get; init; }

    /// <summary>What the row says now, as its next revision.</summary>
    public static CallDetailRecord Of(MeteredCall row) => new()
    {
        PracticeId = row.PracticeId, CallId = row.CallId, Revision = row.Version, MeasuredAt = row.MeasuredAt, Outcome = row.Outcome, AgentId = row.AgentId,
        Disposition = row.Disposition, TalkSeconds = row.TalkSeconds, LegSeconds = row.LegSeconds, Segments = row.Segments, WrapUp = row.WrapUp,
    };

    /// <summary>The caller's leg, then the notes after it.</summary>
    public IReadOnlyList<CallSegment> ReadStretches() => MeteredCall.Read(Segments, WrapUp);
}

internal sealed class CallDetailRecordConfiguration : IEntityTypeConfiguration<CallDetailRecord>
{
    public void Configure(EntityTypeBuilder<CallDetailRecord> builder)
    {
        builder.ToTable("CallDetailRecords");
        builder.HasKey(r => new { r.PracticeId, r.CallId, r.Revision });
        builder.Property(r => r.Disposition).HasMaxLength(64);
    }
}
