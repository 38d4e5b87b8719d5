using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Rows;

/// <summary>A patient's appointment. Nothing is ever deleted: a cancelled one keeps who, when and why.</summary>
internal sealed class Appointment
{
    public required PracticeId PracticeId { get; init; }

    public required AppointmentId Id { get; init; }

    public required PatientId PatientId { get; set; }

    public required PractitionerId PractitionerId { get; set; }

    public required VisitReasonId ReasonId { get; init; }

    public required Instant Start { get; set; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; set; }

    /// <summary>Above 0: intended overbooking.</summary>
    public int Lane { get; set; }

    /// <summary>Rooms, devices and staff it takes, see <see cref="ResourceList"/>.</summary>
    public string Resources { get; set; } = "";

    /// <summary>The practitioner had not seen the patient before: some quotas count these.</summary>
    public bool IsNewPatient { get; init; }

    public AppointmentState State { get; set; } = AppointmentState.Booked;

    /// <summary>Of a pending one: when <see cref="ApprovalTerms.Fallback"/> decides.</summary>
    public Instant? DecideBy { get; set; }

    /// <summary>The series that it was booked with, or null.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>The case it is for, or null; a plan counts the sessions of its case here.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>The call it was booked in; null when the practice booked it itself.</summary>
    public CallId? CallId { get; init; }

    public required Guid BookedBy { get; init; }

    public required Instant BookedAt { get; init; }

    /// <summary>The rules it was booked under: <see cref="ScriptVersion"/>.</summary>
    public required string Rules { get; init; }

    public Guid? CancelledBy { get; set; }

    public Instant? CancelledAt { get; set; }

    /// <summary>The call it was cancelled in.</summary>
    public CallId? CancelledIn { get; set; }

    /// <summary>On whose wish.</summary>
    public CancelledFor? CancelledFor { get; set; }

    /// <summary>Sealed <see cref="AppointmentWords"/>; null when nothing was written.</summary>
    public byte[]? Box { get; set; }

    public int Version { get; set; } = 1;

    public Slot Slot => new(PractitionerId, Start, End, Lane, ResourceList.Read(Resources), null);

    public void Occupy(Slot slot)
    {
        (PractitionerId, Start, End, Lane) = (slot.Practitioner, slot.Start, slot.End, slot.Lane);
        Resources = ResourceList.Write(slot.Resources);
    }
}

internal enum CancelledFor
{
    Patient,
    Practice,

    /// <summary>The practice did not decide in time.</summary>
    NoDecision,

    /// <summary>Our own mistake: it is not charged.</summary>
    Us,
}

/// <summary>What people wrote about an appointment; any of it may identify somebody.</summary>
internal sealed record AppointmentWords(string? Note = null, string? Justification = null, string? CancelReason = null)
{
    public bool IsEmpty => Note is null && Justification is null && CancelReason is null;
}

/// <summary>Resources as one column: slugs with a space between.</summary>
internal static class ResourceList
{
    public static string Write(IEnumerable<ResourceId> resources) => string.Join(' ', resources.Select(r => r.Value));

    public static IReadOnlyList<ResourceId> Read(string column) => [.. column.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => new ResourceId(r))];
}

internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("Appointments");
        builder.HasKey(a => new { a.PracticeId, a.Id });
        builder.Ignore(a => a.Slot);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Resources).HasMaxLength(500).IsUnicode(false);
        builder.Property(a => a.Rules).HasMaxLength(120).IsUnicode(false);
        builder.HasIndex(a => new { a.PracticeId, a.PractitionerId, a.Start });
        builder.HasIndex(a => new { a.PracticeId, a.PatientId, a.Start });
        builder.HasIndex(a => new { a.PracticeId, a.CaseId });
        builder.HasIndex(a => new { a.PracticeId, a.CallId });
        builder.HasIndex(a => a.DecideBy);
    }
}
