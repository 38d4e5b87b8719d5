using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>
/// The vendor's record of a leg holds: of the seconds that we measured on it, those that the vendor has not are charged no more. Seconds that only
/// the vendor has are never charged: no event says what was done in them.
/// </summary>
/// <param name="Ours">The leg as we measured it, end exclusive.</param>
/// <param name="Theirs">The leg as the vendor recorded it; null when it has no such leg.</param>
public sealed record CarrierBound(CallId Call, LegRole? Role, Interval Ours, Interval? Theirs)
{
    // What a target's or supervisor's leg lasted is charged to nobody.
    private static readonly SegmentKind[] Bounded = [SegmentKind.Talk, SegmentKind.Hold, SegmentKind.Consult, SegmentKind.Message, SegmentKind.Transferred];

    /// <summary>What is no longer charged.</summary>
    public IEnumerable<WaivedStretch> Waived()
    {
        if (Role is not (LegRole.Caller or LegRole.Agent))
            yield break;
        foreach (var (start, end) in Gaps())
        {
            foreach (var kind in Role == LegRole.Caller ? Bounded : Bounded.Where(k => k is SegmentKind.Talk or SegmentKind.Hold or SegmentKind.Consult))
                yield return new WaivedStretch(Call, kind, start, end);
        }

        // A call that never was leaves no notes to pay for; they may be written long after it.
        if (Theirs is null && Role == LegRole.Caller)
            yield return new WaivedStretch(Call, SegmentKind.WrapUp, Ours.Start, Ours.End + Duration.FromDays(2));
    }

    private IEnumerable<(Instant Start, Instant End)> Gaps()
    {
        if (Theirs is not { } theirs)
        {
            yield return (Ours.Start, Ours.End);
            yield break;
        }

        if (Ours.Start < theirs.Start - Duration.FromSeconds(Reconciliation.Tolerance))
            yield return (Ours.Start, Instant.Min(theirs.Start, Ours.End));
        if (theirs.End < Ours.End)
            yield return (Instant.Max(theirs.End, Ours.Start), Ours.End);
    }
}
