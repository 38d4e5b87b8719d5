using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting.Rows;

/// <summary>A patient who waits for a slot. Nothing is deleted: one who waits no more keeps how it ended.</summary>
internal sealed class WaitlistEntry
{
    public required PracticeId PracticeId { get; init; }

    public required WaitlistEntryId Id { get; init; }

    public required PatientId PatientId { get; set; }

    public required VisitReasonId ReasonId { get; init; }

    /// <summary>Null: any who offers the reason.</summary>
    public PractitionerId? PractitionerId { get; init; }

    public WaitingUrgency Urgency { get; init; }

    /// <summary>ISO numbers of weekdays with a space between; empty: every day.</summary>
    public string Weekdays { get; init; } = "";

    public LocalTime? Earliest { get; init; }

    /// <summary>Exclusive.</summary>
    public LocalTime? Before { get; init; }

    public LocalDate? NotBefore { get; init; }

    /// <summary>The last day that helps.</summary>
    public LocalDate? Until { get; init; }

    public LocalTime? ReachableFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public LocalTime? ReachableUntil { get; init; }

    /// <summary>A sealed note; null when nothing was written.</summary>
    public byte[]? Box { get; init; }

    public required Guid EnteredBy { get; init; }

    public required Instant EnteredAt { get; init; }

    public WaitlistStage Stage { get; set; }

    public int Offers { get; set; }

    /// <summary>How often nobody answered.</summary>
    public int Unanswered { get; set; }

    public Instant? ClosedAt { get; set; }

    public AppointmentId? AppointmentId { get; set; }

    public int Version { get; set; } = 1;

    public Wishes Wishes => new()
    {
        Practitioner = PractitionerId, From = Earliest, Before = Before, NotBefore = NotBefore, Until = Until,
        Days = Weekdays.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => (IsoDayOfWeek)int.Parse(d, CultureInfo.InvariantCulture)).ToHashSet(),
    };

    public SealedRow Row => RowOf(PracticeId, Id);

    public static SealedRow RowOf(PracticeId practice, WaitlistEntryId id) => new("WaitlistEntries", practice, id.Value);

    public void Close(WaitlistStage how, Instant at)
    {
        (Stage, ClosedAt) = (how, at);
        Version++;
    }
}

internal enum WaitlistStage
{
    Waiting,
    Booked,
    Withdrawn,

    /// <summary>Her last day has passed.</summary>
    Lapsed,

    /// <summary>She could not be reached.</summary>
    Unreached,
}

internal sealed class WaitlistEntryConfiguration : IEntityTypeConfiguration<WaitlistEntry>
{
    public void Configure(EntityTypeBuilder<WaitlistEntry> builder)
    {
        builder.ToTable("WaitlistEntries");
        builder.HasKey(e => new { e.PracticeId, e.Id });
        builder.Ignore(e => e.Wishes);
        builder.Ignore(e => e.Row);
        builder.Property(e => e.Weekdays).HasMaxLength(16).IsUnicode(false);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.PracticeId, e.Stage });
        builder.HasIndex(e => new { e.PracticeId, e.PatientId });
    }
}
