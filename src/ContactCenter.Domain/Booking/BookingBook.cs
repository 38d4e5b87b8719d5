using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>All booking rules of one version of a practice's file, as written and signed. Made by <see cref="BookingBookCompiler"/>; immutable.</summary>
public sealed record BookingBook
{
    public required ScriptVersion Version { get; init; }

    /// <summary>Who answers for the rules that name nobody else, and since when.</summary>
    public required RuleSource Source { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required HolidayRegion Region { get; init; }

    /// <summary>Appointments begin at multiples of this after local midnight, in minutes; a multiple of <see cref="Step.Minutes"/>.</summary>
    public required int GridMinutes { get; init; }

    /// <summary>How long before its start a slot is last booked, by who asks.</summary>
    public required IReadOnlyDictionary<BookingChannel, Duration> Notice { get; init; }

    /// <summary>How many days ahead may be booked: 0 is today only.</summary>
    public required int HorizonDays { get; init; }

    public IReadOnlyDictionary<PlaceId, Place> Places { get; init; } = new Dictionary<PlaceId, Place>();

    public IReadOnlyDictionary<ResourceId, BookableResource> Resources { get; init; } = new Dictionary<ResourceId, BookableResource>();

    public required IReadOnlyDictionary<PractitionerId, Practitioner> Practitioners { get; init; }

    public required IReadOnlyDictionary<VisitReasonId, VisitReason> Reasons { get; init; }

    /// <summary>Names for several reasons at once.</summary>
    public IReadOnlyDictionary<string, ReasonSet> Families { get; init; } = new Dictionary<string, ReasonSet>();

    public IReadOnlyList<BookingClosure> Closures { get; init; } = [];

    public IReadOnlyList<Substitution> Substitutions { get; init; } = [];

    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    public IReadOnlyList<Overbooking> Overbookings { get; init; } = [];

    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    public ApprovalTerms Approval { get; init; } = ApprovalTerms.Default;

    /// <summary>A patient who missed so many appointments is asked about; null when misses do not matter.</summary>
    public MissedRule? Missed { get; init; }

    /// <summary>Whether callers of other practices may be offered free slots of this one; null: they may not.</summary>
    public NeighbourConsent? Neighbours { get; init; }

    /// <summary>Whether the named rule is lifted on a date.</summary>
    public bool IsSuspended(string rule, LocalDate date) => Suspensions.Any(s => s.Rule == rule && s.Covers(date));

    /// <summary>Minutes that stay free after an appointment for <paramref name="earlier"/> and before one for <paramref name="later"/>.</summary>
    public Gap? GapBetween(VisitReasonId earlier, VisitReasonId later) =>
        Gaps.Where(g => g.After.Includes(earlier) && g.Before.Includes(later)).MaxBy(g => g.Minutes);

    /// <summary>The longest of all gaps, in minutes.</summary>
    public int LongestGap => Gaps.Count == 0 ? 0 : Gaps.Max(g => g.Minutes);

    public Substitution? SubstituteOn(LocalDate date, PractitionerId practitioner) => Substitutions.FirstOrDefault(s => s.Covers(date, practitioner));
}

/// <summary>A patient who did not come to <paramref name="Most"/> appointments within <paramref name="Months"/> months.</summary>
public sealed record MissedRule(int Most, int Months, RuleStrength Strength, RuleSource Source);
