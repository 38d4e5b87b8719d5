using System.Text.Json;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ContactCenter.Server.Metering;

/// <summary>
/// The usage of one finished call, as last measured: the revision of its <see cref="CallDetailRecord"/> that is in force. It holds seconds and event keys,
/// nobody's name or number.
/// </summary>
internal sealed class MeteredCall
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public required PracticeId PracticeId { get; init; }
    public required CallId CallId { get; init; }
    public required string Line { get; init; }
    public Instant StartedAt { get; set; }
    public Instant EndedAt { get; set; }
    public Instant? QueuedAt { get; set; }
    public Instant? AnsweredAt { get; set; }
    public CallOutcome Outcome { get; set; }
    public AgentId? AgentId { get; set; }
    public string? Disposition { get; set; }
    public long TalkSeconds { get; set; }
    public long HoldSeconds { get; set; }
    public long ConsultSeconds { get; set; }
    public long WaitingSeconds { get; set; }
    public long WrapUpSeconds { get; set; }
    public long LegSeconds { get; set; }

    /// <summary>The segments with the event at each border, as JSON.</summary>
    public string Segments { get; set; } = "[]";
    public string? WrapUp { get; set; }
    public Instant MeasuredAt { get; set; }

    /// <summary>The revision in force; a late fact makes a new one.</summary>
    public int Version { get; set; }

    public IReadOnlyList<CallSegment> ReadSegments() => JsonSerializer.Deserialize<List<CallSegment>>(Segments, Json)!;

    /// <summary>The measurement as <see cref="Take"/> was given it.</summary>
    public UsageRecord ReadUsage() => new(
        CallId, PracticeId, StartedAt, EndedAt, Outcome, AgentId, [.. ReadSegments()],
        WrapUp is null ? null : JsonSerializer.Deserialize<CallSegment>(WrapUp, Json));

    /// <summary>The segments and the notes after them, as stored.</summary>
    public static IReadOnlyList<CallSegment> Read(string segments, string? wrapUp)
    {
        var stretches = JsonSerializer.Deserialize<List<CallSegment>>(segments, Json)!;
        if (wrapUp is not null)
            stretches.Add(JsonSerializer.Deserialize<CallSegment>(wrapUp, Json)!);
        return stretches;
    }

    /// <summary>Takes a measurement over; false when it says what is known already.</summary>
    public bool Take(UsageRecord usage, CallStory story, Instant now)
    {
        var before = (Version, Content);
        StartedAt = usage.StartedAt;
        EndedAt = usage.EndedAt;
        QueuedAt = story.QueuedAt;
        AnsweredAt = story.AnsweredAt;
        Outcome = usage.Outcome;
        AgentId = usage.Agent;
        Disposition = story.Disposition;
        TalkSeconds = usage.TalkSeconds;
        HoldSeconds = usage.SecondsOf(SegmentKind.Hold);
        ConsultSeconds = usage.SecondsOf(SegmentKind.Consult);
        WaitingSeconds = usage.SecondsOf(SegmentKind.Waiting);
        WrapUpSeconds = usage.SecondsOf(SegmentKind.WrapUp);
        LegSeconds = usage.LegSeconds;
        Segments = JsonSerializer.Serialize(usage.Segments, Json);
        WrapUp = usage.WrapUp is null ? null : JsonSerializer.Serialize(usage.WrapUp, Json);
        if (before.Version > 0 && before.Content == Content)
            return false;
        MeasuredAt = now;
        Version++;
        return true;
    }

    private (Instant, Instant, Instant?, Instant?, CallOutcome, AgentId?, string?, string, string?) Content =>
        (StartedAt, EndedAt, QueuedAt, AnsweredAt, Outcome, AgentId, Disposition, Segments, WrapUp);
}

internal sealed class MeteredCallConfiguration : IEntityTypeConfiguration<MeteredCall>
{
    public void Configure(EntityTypeBuilder<MeteredCall> builder)
    {
        builder.ToTable("MeteredCalls");
        builder.HasKey(m => new { m.PracticeId, m.CallId });
        builder.Property(m => m.Line).HasMaxLength(20).IsUnicode(false);
        builder.Property(m => m.Disposition).HasMaxLength(64);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.PracticeId, m.StartedAt });
    }
}
