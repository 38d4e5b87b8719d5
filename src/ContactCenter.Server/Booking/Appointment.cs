using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>A patient's appointment. Nothing is ever deleted: a cancelled one keeps who, when and why.</summary>
internal sealed class Appointment
{
    public required PracticeId PracticeId { get; init; }
    public required AppointmentId Id { get; init; }
    public required PatientId PatientId { get; init; }
    public required PractitionerId PractitionerId { get; set; }
    public required VisitReasonId ReasonId { get; init; }
    public required Instant Start { get; set; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; set; }
    public AppointmentState State { get; set; } = AppointmentState.Booked;

    /// <summary>The call it was booked in; null when the practice booked it itself.</summary>
    public CallId? CallId { get; init; }
    public required Guid BookedBy { get; init; }
    public required Instant BookedAt { get; init; }
    public Guid? CancelledBy { get; set; }
    public Instant? CancelledAt { get; set; }

    /// <summary>The call it was cancelled in.</summary>
    public CallId? CancelledIn { get; set; }

    /// <summary>Sealed, as is the reason of a cancellation.</summary>
    public byte[]? Note { get; set; }
    public byte[]? CancelReason { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>What became of an appointment, line by line; only ever added to.</summary>
internal sealed class AppointmentChange
{
    public required PracticeId PracticeId { get; init; }
    public required AppointmentId AppointmentId { get; init; }
    public required int Version { get; init; }
    public required AppointmentState State { get; init; }
    public required PractitionerId PractitionerId { get; init; }
    public required Instant Start { get; init; }
    public required Instant End { get; init; }
    public required Instant At { get; init; }
    public required Guid By { get; init; }
    public CallId? CallId { get; init; }
}

/// <summary>
/// One practitioner, one lane, one step of five minutes, taken. The primary key is what makes a double booking impossible, on any engine and at any
/// isolation: two bookings that overlap share a step.
/// </summary>
internal sealed class Occupancy
{
    public required PracticeId PracticeId { get; init; }
    public required PractitionerId PractitionerId { get; init; }
    public int Lane { get; init; }
    public required int Step { get; init; }
    public AppointmentId? AppointmentId { get; set; }
    public HoldId? HoldId { get; set; }
}

/// <summary>A slot kept for a caller while she makes up her mind: the same exclusive rows as a booking, with an end.</summary>
internal sealed class SlotHold
{
    public required PracticeId PracticeId { get; init; }
    public required HoldId Id { get; init; }
    public required CallId CallId { get; init; }
    public required Guid AgentId { get; init; }
    public required PractitionerId PractitionerId { get; init; }
    public required VisitReasonId ReasonId { get; init; }
    public required Instant Start { get; init; }
    public required Instant End { get; init; }
    public Instant ExpiresAt { get; set; }
}

/// <summary>A practitioner is away: entered by the practice.</summary>
internal sealed class Absence
{
    public required PracticeId PracticeId { get; init; }
    public required Guid Id { get; init; }
    public required PractitionerId PractitionerId { get; init; }
    public required Instant Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; init; }
    public required string Why { get; init; }
}

internal sealed class BookingConfiguration : IEntityTypeConfiguration<Appointment>, IEntityTypeConfiguration<AppointmentChange>, IEntityTypeConfiguration<Occupancy>,
    IEntityTypeConfiguration<SlotHold>, IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("Appointments");
        builder.HasKey(a => new { a.PracticeId, a.Id });
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.PracticeId, a.PractitionerId, a.Start });
        builder.HasIndex(a => new { a.PracticeId, a.PatientId, a.Start });
        builder.HasIndex(a => new { a.PracticeId, a.CallId });
    }

    public void Configure(EntityTypeBuilder<AppointmentChange> builder)
    {
        builder.ToTable("AppointmentChanges");
        builder.HasKey(c => new { c.PracticeId, c.AppointmentId, c.Version });
        builder.HasIndex(c => new { c.PracticeId, c.PractitionerId, c.At });
    }

    public void Configure(EntityTypeBuilder<Occupancy> builder)
    {
        builder.ToTable("Occupancies");
        builder.HasKey(o => new { o.PracticeId, o.PractitionerId, o.Lane, o.Step });
        builder.HasIndex(o => new { o.PracticeId, o.AppointmentId });
        builder.HasIndex(o => new { o.PracticeId, o.HoldId });
    }

    public void Configure(EntityTypeBuilder<SlotHold> builder)
    {
        builder.ToTable("SlotHolds");
        builder.HasKey(h => new { h.PracticeId, h.Id });
        builder.HasIndex(h => h.CallId);
        builder.HasIndex(h => h.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences");
        builder.HasKey(a => new { a.PracticeId, a.Id });
        builder.Property(a => a.Why).HasMaxLength(200);
        builder.HasIndex(a => new { a.PracticeId, a.Start });
    }
}
