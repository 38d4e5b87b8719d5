using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Patients.Cases;

/// <summary>A case of a patient. How many of its sessions are taken is counted from its appointments, so no number can drift away from them.</summary>
internal sealed class PatientCase
{
    public required PracticeId PracticeId { get; init; }

    public required CaseId Id { get; init; }

    public required PatientId PatientId { get; set; }

    public required Instant OpenedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public Instant? ClosedAt { get; set; }

    /// <summary>Null: without a plan.</summary>
    public int? ApprovedSessions { get; set; }

    public LocalDate? PlanLastDay { get; set; }

    public int? ReassessBefore { get; set; }

    /// <summary>The reason whose visits the plan counts; null: every visit of the case.</summary>
    public VisitReasonId? SessionReason { get; set; }

    /// <summary>Sealed <see cref="CaseWords"/>.</summary>
    public required byte[] Box { get; set; }

    public int Version { get; set; } = 1;

    public SealedRow Row => RowOf(PracticeId, Id);

    public TreatmentPlan? Plan => ApprovedSessions is { } approved ? new TreatmentPlan(approved, PlanLastDay, ReassessBefore) : null;

    public bool Counts(VisitReasonId reason) => SessionReason is null || SessionReason == reason;

    public static SealedRow RowOf(PracticeId practice, CaseId id) => new("PatientCases", practice, id.Value);
}

/// <summary>What people wrote about a case.</summary>
internal sealed record CaseWords(string Label, string? Notes, string? Payer);

internal sealed class PatientCaseConfiguration : IEntityTypeConfiguration<PatientCase>
{
    public void Configure(EntityTypeBuilder<PatientCase> builder)
    {
        builder.ToTable("PatientCases");
        builder.HasKey(c => new { c.PracticeId, c.Id });
        builder.HasOne<Patient>().WithMany().HasForeignKey(c => new { c.PracticeId, c.PatientId }).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.Row);
        builder.Ignore(c => c.Plan);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}
