using System.Collections.Immutable;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>
/// A stretch of a call that is charged no more, because the practice contested it and was right. What was measured stays as it is;
/// only the rating no longer counts it.
/// </summary>
/// <param name="End">Exclusive.</param>
public sealed record WaivedStretch(CallId Call, SegmentKind Kind, Instant Start, Instant End)
{
    /// <summary>
    /// The usage with every waived second as technical, which nobody pays. A late fact may have moved the borders since: what lies
    /// within the stretch is waived, what lies outside is not. Notes that touch a waived stretch of notes are dropped.
    /// </summary>
    public static MonthUsage Without(MonthUsage usage, IEnumerable<WaivedStretch> waived)
    {
        var byCall = waived.ToLookup(w => w.Call);
        return byCall.Count == 0
            ? usage
            : usage with { Calls = [.. usage.Calls.Select(c => byCall[c.Call].Aggregate(c, (call, stretch) => stretch.Off(call)))] };
    }

    private UsageRecord Off(UsageRecord call) => call with
    {
        Segments = [.. call.Segments.SelectMany(Cut)],
        WrapUp = call.WrapUp is { } notes && Touches(notes) ? null : call.WrapUp,
    };

    private IEnumerable<CallSegment> Cut(CallSegment segment)
    {
        if (!Touches(segment))
            return [segment];
        var (from, to) = (Instant.Max(segment.Start, Start), Instant.Min(segment.End, End));
        CallSegment[] pieces =
            [segment with { End = from }, segment with { Kind = SegmentKind.Technical, Start = from, End = to }, segment with { Start = to }];
        return pieces.Where(p => p.Start < p.End);
    }

    private bool Touches(CallSegment segment) => segment.Kind == Kind && segment.Start < End && Start < segment.End;
}
