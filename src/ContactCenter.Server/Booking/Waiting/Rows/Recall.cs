using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting.Rows;

/// <summary>A patient who is to be seen again.</summary>
internal sealed class Recall
{
    public required PracticeId PracticeId { get; init; }

    public required RecallId Id { get; init; }

    public required PatientId PatientId { get; set; }

    public required VisitReasonId ReasonId { get; init; }

    /// <summary>Null: any who offers the reason.</summary>
    public PractitionerId? PractitionerId { get; init; }

    public required LocalDate On { get; init; }

    public required int Tolerance { get; init; }

    /// <summary>From when on she is rung.</summary>
    public required Instant CallFrom { get; init; }

    /// <summary>First moment of the first day that suits.</summary>
    public required Instant WindowStart { get; init; }

    /// <summary>First moment after the last day that suits.</summary>
    public required Instant WindowEnd { get; init; }

    public byte[]? Box { get; init; }

    public required Guid EnteredBy { get; init; }

    public required Instant EnteredAt { get; init; }

    public RecallProgress Progress { get; set; }

    public AppointmentId? AppointmentId { get; set; }

    public Instant? ClosedAt { get; set; }

    public int Version { get; set; } = 1;

    public RecallTerm Term => new(On, Tolerance);

    public SealedRow Row => RowOf(PracticeId, Id);

    public static SealedRow RowOf(PracticeId practice, RecallId id) => new("Recalls", practice, id.Value);

    public void Close(RecallProgress how, Instant at)
    {
        (Progress, ClosedAt) = (how, at);
        Version++;
    }
}

internal enum RecallProgress
{
    Open,

    /// <summary>Her call task is there.</summary>
    Calling,
    Booked,
    Dropped,
    Unreached,
}

internal sealed class RecallConfiguration : IEntityTypeConfiguration<Recall>
{
    public void Configure(EntityTypeBuilder<Recall> builder)
    {
        builder.ToTable("Recalls");
        builder.HasKey(r => new { r.PracticeId, r.Id });
        builder.Ignore(r => r.Term);
        builder.Ignore(r => r.Row);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Progress, r.CallFrom });
        builder.HasIndex(r => new { r.PracticeId, r.PatientId });
    }
}
