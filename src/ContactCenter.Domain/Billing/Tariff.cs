using System.Collections.Immutable;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>What a practice pays: a flat fee, fees on what it used, a minimum and a set-up fee, freely combined.</summary>
public sealed record Tariff
{
    public required ScriptVersion Version { get; init; }

    public required BillingLabel Label { get; init; }

    /// <summary>From which day on contracts may use this version.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Without bands written in the script, one that covers all hours.</summary>
    public required ImmutableArray<TimeBand> Bands { get; init; }

    public required SecondsRule Seconds { get; init; }

    public FlatFee? Flat { get; init; }

    public required ImmutableArray<UsageFee> Fees { get; init; }

    /// <summary>The least that a month's flat fee and usage cost together, before discounts; null for none.</summary>
    public FixedFee? Minimum { get; init; }

    /// <summary>Charged once, in the month in which the contract begins.</summary>
    public FixedFee? SetUp { get; init; }

    /// <summary>How what has no charge of its own to follow is taxed.</summary>
    public VatTreatment UsualVat => Flat?.Vat ?? Fees.FirstOrDefault()?.Vat ?? Minimum!.Vat;

    /// <summary>Whether a stretch of this kind is charged: its seconds, or, of a conversation, the answered call that it makes.</summary>
    public bool Charges(SegmentKind kind) =>
        (Seconds.Kinds.Contains(kind) && Fees.Any(f => f.Counts == Meter.Seconds))
        || (kind == SegmentKind.Talk && Fees.Any(f => f.Counts == Meter.AnsweredCalls));
}

/// <summary>Which seconds of a call are charged, and how they are counted.</summary>
/// <param name="Kinds">Never technical, IVR, waiting, ringing or emergency: these cost nothing whoever asks.</param>
/// <param name="WrapUpCap">The most seconds of notes charged per call.</param>
/// <param name="Increment">Seconds of a call are charged up to the next multiple: 1, 6, 30 or 60.</param>
/// <param name="Minimum">The least charged for a call that has any billable second.</param>
public sealed record SecondsRule(ImmutableHashSet<SegmentKind> Kinds, int WrapUpCap, int Increment, int Minimum)
{
    public static readonly ImmutableHashSet<SegmentKind> MayBeBillable =
        [SegmentKind.Talk, SegmentKind.Hold, SegmentKind.Consult, SegmentKind.Transferred, SegmentKind.Message, SegmentKind.WrapUp];

    public static readonly ImmutableHashSet<int> Increments = [1, 6, 30, 60];
}

/// <summary>What a fee counts.</summary>
public enum Meter
{
    /// <summary>Billable seconds of calls, see <see cref="SecondsRule"/>.</summary>
    Seconds,

    /// <summary>Calls that an agent answered. Who hung up before costs nothing.</summary>
    AnsweredCalls,

    /// <summary>Confirmed appointments, see <see cref="BillableAppointments"/>.</summary>
    Appointments,

    /// <summary>Voice messages left.</summary>
    Messages,
    TextMessages,
}

/// <summary>A monthly amount, prorated by days, with units that it already pays for; they are used up in the order of calls.</summary>
public sealed record FlatFee(BillingLabel Label, Money Amount, ImmutableDictionary<Meter, long> Included, VatTreatment Vat);

/// <summary>An amount charged as it stands.</summary>
public sealed record FixedFee(BillingLabel Label, Money Amount, VatTreatment Vat);

/// <summary>A price on what was used, in some or all bands.</summary>
/// <param name="Bands">Indexes into <see cref="Tariff.Bands"/>. No band is counted by two fees of one meter.</param>
/// <param name="Tiers">Ascending; the last has no end. A single price is one tier.</param>
public sealed record UsageFee(
    string Id, BillingLabel Label, Meter Counts, ImmutableHashSet<int> Bands, TierMode Mode, ImmutableArray<PriceTier> Tiers, VatTreatment Vat);

/// <summary>What a greater volume changes.</summary>
public enum TierMode
{
    /// <summary>Each unit costs what its own tier says.</summary>
    Marginal,

    /// <summary>The tier that the month's volume reaches sets the price of all its units.</summary>
    Whole,
}

/// <summary>A price for the units up to and including <paramref name="UpTo"/>; null: for all further ones.</summary>
public sealed record PriceTier(long? UpTo, UnitPrice Price);
