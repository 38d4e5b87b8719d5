using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>
/// A difference on one leg: a task for the clerk. While it is open its call is not invoiced. A leg has one row, which opens again when the records
/// differ anew.
/// </summary>
internal sealed class Finding
{
    public required Guid Id { get; init; }

    /// <summary>The vendor's name of the leg.</summary>
    public required string Leg { get; init; }

    /// <summary>Null while the leg belongs to no call of ours.</summary>
    public PracticeId? PracticeId { get; set; }
    public CallId? CallId { get; set; }
    public LegRole? Role { get; set; }
    public LegDifference Difference { get; set; }
    public Instant? OurStart { get; set; }
    public long OurSeconds { get; set; }
    public Instant? TheirStart { get; set; }
    public long TheirSeconds { get; set; }
    public Instant FoundAt { get; set; }

    /// <summary>Null while it is open.</summary>
    public Instant? SettledAt { get; set; }
    public Settlement? SettledAs { get; set; }

    /// <summary>Every <see cref="SettledStep"/>, sealed: people write what they like.</summary>
    public byte[] History { get; set; } = [];
    public int Version { get; set; } = 1;

    /// <summary>Its call is kept off the invoice.</summary>
    public bool Blocks => CallId is not null && SettledAs is null or Settlement.NeverInvoiced;

    public Instant StartedAt => TheirStart ?? OurStart ?? FoundAt;

    /// <summary>What the vendor's record says of the leg, once it was agreed that it holds.</summary>
    public CarrierBound Bound => new(
        CallId!.Value, Role, Lasting(OurStart ?? StartedAt, OurSeconds), TheirStart is { } start && Difference != LegDifference.UnknownToCarrier ? Lasting(start, TheirSeconds) : null);

    public SettledStep? ReadLast(Sealer sealer) => History.Length == 0 ? null : sealer.Open<List<SettledStep>>(Row, History)[^1];

    /// <summary>What was found now. A finding that was settled opens again when it is another than what was decided upon.</summary>
    public void Take(LegFinding found, MeasuredLeg? ours, CarrierCharge? theirs, PracticeId? practice)
    {
        var same = SettledAs is not null and not Settlement.RecordsAgree && (Difference, OurSeconds, TheirSeconds) == (found.Difference, found.OurSeconds, found.TheirSeconds);
        (PracticeId, CallId, Role, Difference) = (practice, found.Call, ours?.Role, found.Difference);
        (OurStart, OurSeconds, TheirStart, TheirSeconds) = (ours?.StartedAt, found.OurSeconds, theirs?.StartedAt, found.TheirSeconds);
        if (!same)
            (SettledAt, SettledAs) = (null, null);
        Version++;
    }

    /// <param name="by">Null when the records agree by themselves.</param>
    public void Settle(Sealer sealer, Settlement how, string? by, string reason, Instant now)
    {
        (SettledAt, SettledAs) = (now, how);
        if (by is not null)
        {
            var before = History.Length == 0 ? [] : sealer.Open<List<SettledStep>>(Row, History);
            History = sealer.Seal<List<SettledStep>>(Row, [.. before, new SettledStep(now, by, how, reason)]);
        }
        Version++;
    }

    private SealedRow Row => new("LegFindings", default, Id);

    private static Interval Lasting(Instant start, long seconds) => new(start, start + Duration.FromSeconds(seconds));
}

/// <summary>Who decided what, when and why.</summary>
internal sealed record SettledStep(Instant At, string By, Settlement How, string Reason);

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("LegFindings");
        builder.HasKey(f => f.Id);
        builder.Ignore(f => f.Bound);
        builder.Ignore(f => f.Blocks);
        builder.Ignore(f => f.StartedAt);
        builder.Property(f => f.Leg).HasMaxLength(64).IsUnicode(false);
        builder.Property(f => f.Version).IsConcurrencyToken();
        // Two nodes that compare at once find a leg's difference once.
        builder.HasIndex(f => f.Leg).IsUnique();
        builder.HasIndex(f => new { f.PracticeId, f.CallId });
        builder.HasIndex(f => new { f.SettledAt, f.FoundAt });
    }
}
