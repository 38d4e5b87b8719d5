using System.Collections.Immutable;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// A call cut into disjoint, gapless segments from its first second to the caller's last. Talk, hold and consult lie between timestamps of
/// the telephony vendor's clock; a border that only our clock knows (IVR, waiting, wrap-up) is floored to its second. The fold depends on
/// the set of events alone, not on the order or number of their arrival.
/// </summary>
/// <param name="Segments">In order of time; together they are the caller's leg.</param>
/// <param name="WrapUp">The agent's notes, from her last second with the caller; it may overlap <see cref="SegmentKind.Transferred"/>.</param>
/// <param name="IsComplete">The caller's end is known.</param>
public sealed record CallTimeline(ImmutableList<CallSegment> Segments, CallSegment? WrapUp, bool IsComplete)
{
    public static CallTimeline Empty { get; } = new([], null, false);

    public long SecondsOf(SegmentKind kind) =>
        kind == SegmentKind.WrapUp ? WrapUp?.Seconds ?? 0 : Segments.Where(s => s.Kind == kind).Sum(s => s.Seconds);

    /// <summary>Folds events into segments; a call still going on is cut at <paramref name="asOf"/>.</summary>
    public static CallTimeline Fold(IEnumerable<CallEvent> events, Instant? asOf = null) => new CallTimelineFold(events).Run(asOf);
}
