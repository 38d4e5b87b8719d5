using ContactCenter.Contracts.Calls;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Messaging;

/// <summary>Something the practice must hear of. What it says and whom it names is sealed; it is read, never deleted before its time.</summary>
internal sealed class PracticeMessage
{
    public required PracticeId PracticeId { get; init; }
    public required Guid Id { get; init; }
    public required MessageKind Kind { get; init; }
    public required Instant TakenAt { get; init; }

    /// <summary>The agent who wrote it, or null.</summary>
    public Guid? TakenBy { get; init; }
    public CallId? CallId { get; init; }
    public PatientId? PatientId { get; set; }
    public bool Urgent { get; init; }

    /// <summary>A sealed <see cref="MessageContent"/>.</summary>
    public required byte[] Box { get; init; }

    /// <summary>The vendor's name of the recording.</summary>
    public string? Recording { get; init; }
    public int? RecordingSeconds { get; init; }

    /// <summary>When the recording is asked for (again); null when it is here, or given up.</summary>
    public Instant? FetchDueAt { get; set; }
    public int FetchAttempts { get; set; }
    public bool RecordingReady { get; set; }
    public Instant? ReadAt { get; set; }
    public Guid? ReadBy { get; set; }
    public int Version { get; set; }

    public SealedRow Row => new("PracticeMessages", PracticeId, Id);
}

/// <summary>The words of a message. <see cref="Number"/> is E.164.</summary>
internal sealed record MessageContent(string Text, string? Number);

/// <summary>The sound of a message, in a table of its own so that lists do not carry it: a sealed WAV file.</summary>
internal sealed class MessageSound
{
    public required PracticeId PracticeId { get; init; }
    public required Guid MessageId { get; init; }
    public required byte[] Box { get; init; }
    public required Instant FetchedAt { get; init; }

    public SealedRow Row => new("MessageSounds", PracticeId, MessageId);
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<PracticeMessage>, IEntityTypeConfiguration<MessageSound>
{
    public void Configure(EntityTypeBuilder<PracticeMessage> builder)
    {
        builder.ToTable("PracticeMessages");
        builder.HasKey(m => new { m.PracticeId, m.Id });
        builder.HasOne<Practice>().WithMany().HasForeignKey(m => m.PracticeId);
        builder.Property(m => m.Recording).HasMaxLength(64).IsUnicode(false);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.PracticeId, m.ReadAt, m.TakenAt });
        builder.HasIndex(m => m.CallId);
        builder.HasIndex(m => m.FetchDueAt);
    }

    public void Configure(EntityTypeBuilder<MessageSound> builder)
    {
        builder.ToTable("MessageSounds");
        builder.HasKey(s => new { s.PracticeId, s.MessageId });
        builder.HasOne<PracticeMessage>().WithOne().HasForeignKey<MessageSound>(s => new { s.PracticeId, s.MessageId });
        builder.HasIndex(s => s.FetchedAt);
    }
}
