using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>A contract as it was after a change, with who made it and when. Rows are added and never touched again.</summary>
internal sealed class ContractRevision
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>Of the contract.</summary>
    public required int Version { get; init; }
    public required Instant At { get; init; }

    /// <summary>Name of the account, or of who used the command line.</summary>
    public required string By { get; init; }

    /// <summary>JSON of the <see cref="ContractForm"/>.</summary>
    public required string Document { get; init; }

    public static ContractRevision Of(PracticeContract contract, Instant at, string by) => new()
    {
        PracticeId = contract.PracticeId, Version = contract.Version, At = at, By = by, Document = BillingJson.Write(ContractForms.Of(contract)),
    };
}

internal sealed class ContractRevisionConfiguration : IEntityTypeConfiguration<ContractRevision>
{
    public void Configure(EntityTypeBuilder<ContractRevision> builder)
    {
        builder.ToTable("ContractRevisions");
        builder.HasKey(r => new { r.PracticeId, r.Version });
        builder.HasOne<Practice>().WithMany().HasForeignKey(r => r.PracticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(r => r.By).HasMaxLength(200);
    }
}
