using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Routing.Callbacks;

internal enum CallbackState
{
    /// <summary>Her place in the queue waits for an agent.</summary>
    Waiting,

    /// <summary>Her telephone rings.</summary>
    Ringing,

    /// <summary>She wanted to talk and is in the queue again, at her old place.</summary>
    Reached,

    /// <summary>She could not be reached; the practice has a message about it.</summary>
    GivenUp,
}

/// <summary>A promised callback, one per call at most.</summary>
internal sealed class CallbackRequest
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>The call in which she asked.</summary>
    public required CallId CallId { get; init; }

    /// <summary>E.164 of the line she had dialled, and that calls her back.</summary>
    public required string Line { get; init; }

    /// <summary>Her place: when she began to wait.</summary>
    public required Instant QueuedAt { get; init; }
    public required Instant PromisedAt { get; init; }
    public Urgency Urgency { get; init; }
    public string? Reason { get; init; }
    public string Skills { get; init; } = "";
    public string Language { get; init; } = "fr-FR";

    /// <summary>E.164, sealed.</summary>
    public required byte[] Number { get; init; }
    public CallbackState State { get; set; }

    /// <summary>When it may be tried (again); while it rings, when it counts as not answered whatever we were told.</summary>
    public Instant DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>The vendor's name of the leg that rings, or null.</summary>
    public string? Leg { get; set; }
    public int Version { get; set; }

    public CallbackPlace Place => new(CallId, QueuedAt, Urgency, Reason, Skills.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static SealedRow RowOf(PracticeId practice, CallId call) => new("CallbackRequests", practice, call.Value);
}

internal sealed class CallbackRequestConfiguration : IEntityTypeConfiguration<CallbackRequest>
{
    public void Configure(EntityTypeBuilder<CallbackRequest> builder)
    {
        builder.ToTable("CallbackRequests");
        builder.HasKey(c => c.CallId);
        builder.HasOne<Practice>().WithMany().HasForeignKey(c => c.PracticeId);
        builder.Property(c => c.Line).HasMaxLength(20).IsUnicode(false);
        builder.Property(c => c.Reason).HasMaxLength(120);
        builder.Property(c => c.Skills).HasMaxLength(400);
        builder.Property(c => c.Language).HasMaxLength(16).IsUnicode(false);
        builder.Property(c => c.Leg).HasMaxLength(64).IsUnicode(false);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.State, c.DueAt });
    }
}
