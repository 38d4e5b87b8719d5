using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>A patient to be rung by an agent between calls. One in one agent's hands at a time, one task in an agent's hands: the keys see to both.</summary>
internal sealed class CallTask
{
    public required PracticeId PracticeId { get; init; }

    public required CallTaskId Id { get; init; }

    public required CallTaskKind Kind { get; init; }

    public required PatientId PatientId { get; set; }

    /// <summary>What it stands on: the offer, the recall, the item of a re-planning, or the appointment that was refused.</summary>
    public required Guid Subject { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When it may be taken (again).</summary>
    public required Instant DueAt { get; set; }

    /// <summary>The greater the sooner.</summary>
    public required int Priority { get; init; }

    /// <summary>When nobody need ring any more; null: never.</summary>
    public Instant? ExpiresAt { get; set; }

    public CallTaskState State { get; set; }

    public AgentId? HeldBy { get; set; }

    public Instant? TakenAt { get; set; }

    public int Attempts { get; set; }

    public CallTaskOutcome? Outcome { get; set; }

    public Guid? SettledBy { get; set; }

    public Instant? ClosedAt { get; set; }

    /// <summary>What is open for this subject: unique, so that nobody is rung twice about one thing.</summary>
    public Guid? OpenFor { get; set; }

    public DialProgress Dial { get; set; }

    /// <summary>The vendor's name of the leg that rings her, or null.</summary>
    public string? Leg { get; set; }

    /// <summary>While it rings: when it counts as not answered whatever we were told.</summary>
    public Instant? DialEndsAt { get; set; }

    /// <summary>The call in which she talks with the agent.</summary>
    public CallId? CallId { get; set; }

    public int Version { get; set; } = 1;

    public void GiveBack(Instant at)
    {
        (State, HeldBy, TakenAt, DueAt) = (CallTaskState.Open, null, null, at);
        (Dial, Leg, DialEndsAt, CallId) = (DialProgress.None, null, null, null);
        Version++;
    }

    public void Close(CallTaskState how, Instant at)
    {
        (State, HeldBy, OpenFor, ClosedAt, DialEndsAt) = (how, null, null, at, null);
        Version++;
    }
}

internal enum CallTaskState
{
    Open,
    Taken,
    Done,

    /// <summary>What it stood on is over.</summary>
    Expired,

    /// <summary>She could not be reached: the practice has a message.</summary>
    GivenUp,
}

internal enum DialProgress
{
    None,
    Ringing,
    Reached,
    NoAnswer,
}

internal sealed class CallTaskConfiguration : IEntityTypeConfiguration<CallTask>
{
    public void Configure(EntityTypeBuilder<CallTask> builder)
    {
        builder.ToTable("CallTasks");
        builder.HasKey(t => new { t.PracticeId, t.Id });
        builder.Property(t => t.Leg).HasMaxLength(64).IsUnicode(false);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.PracticeId, t.OpenFor }).IsUnique().HasFilter("\"OpenFor\" IS NOT NULL");
        builder.HasIndex(t => t.HeldBy).IsUnique().HasFilter("\"HeldBy\" IS NOT NULL");
        builder.HasIndex(t => new { t.State, t.DueAt });
        builder.HasIndex(t => new { t.PracticeId, t.PatientId });
    }
}
