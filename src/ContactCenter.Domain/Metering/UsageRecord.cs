using System.Collections.Immutable;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using NodaTime;

namespace ContactCenter.Domain.Metering;

/// <summary>
/// What one call used of one practice's account, in whole seconds by kind. Exact: nothing is rounded here. It follows from the call's
/// facts alone, so a late fact replaces it by a truer one.
/// </summary>
/// <param name="StartedAt">First second of the caller's leg.</param>
/// <param name="EndedAt">End of the caller's leg, exclusive.</param>
/// <param name="Agent">Who answered last, or null when nobody did.</param>
/// <param name="Segments">The caller's leg cut up, with the event at each border: the evidence of every second.</param>
/// <param name="WrapUp">The agent's notes, apart since they may overlap a hand-over.</param>
public sealed record UsageRecord(
    CallId Call, PracticeId Practice, Instant StartedAt, Instant EndedAt, CallOutcome Outcome, AgentId? Agent,
    ImmutableList<CallSegment> Segments, CallSegment? WrapUp)
{
    public long SecondsOf(SegmentKind kind) => kind == SegmentKind.WrapUp ? WrapUp?.Seconds ?? 0 : Segments.Where(s => s.Kind == kind).Sum(s => s.Seconds);

    /// <summary>Agent and caller connected and not on hold.</summary>
    public long TalkSeconds => SecondsOf(SegmentKind.Talk);

    /// <summary>The caller's leg as a whole; every second of it stands in exactly one segment.</summary>
    public long LegSeconds => (long)(EndedAt - StartedAt).TotalSeconds;
}
