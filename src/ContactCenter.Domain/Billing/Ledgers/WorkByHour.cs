using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>Cuts what agents worked at the full hours of UTC, which are those of every French zone. The hours of a call sum to its seconds.</summary>
public static class WorkByHour
{
    private const long HourSeconds = 3_600;

    /// <summary>By hour and agent, in order of both; hours without work are left out.</summary>
    public static IReadOnlyList<(Instant Hour, AgentWork Work)> Of(IEnumerable<UsageRecord> calls) =>
    [
        .. calls.DistinctBy(c => c.Call).SelectMany(c => c.WrapUp is { } notes ? c.Segments.Add(notes) : c.Segments)
            .Where(s => s.Agent is not null && s.Kind is SegmentKind.Talk or SegmentKind.Hold or SegmentKind.Consult or SegmentKind.WrapUp)
            .SelectMany(s => Cut(s.Start, s.End).Select(p => (p.Hour, s.Agent!.Value, s.Kind, p.Seconds)))
            .GroupBy(p => (p.Hour, p.Value)).OrderBy(g => g.Key.Hour).ThenBy(g => g.Key.Value.Value)
            .Select(g => (g.Key.Hour, new AgentWork(
                g.Key.Value, Of(g, SegmentKind.Talk), Of(g, SegmentKind.Hold), Of(g, SegmentKind.Consult), Of(g, SegmentKind.WrapUp)))),
    ];

    /// <summary>A stretch at the full hours it crosses: each hour's first second, and the seconds within it.</summary>
    public static IEnumerable<(Instant Hour, long Seconds)> Cut(Instant start, Instant end)
    {
        var (at, until) = (start.ToUnixTimeSeconds(), end.ToUnixTimeSeconds());
        while (at < until)
        {
            var hour = at - (((at % HourSeconds) + HourSeconds) % HourSeconds);
            var next = Math.Min(hour + HourSeconds, until);
            yield return (Instant.FromUnixTimeSeconds(hour), next - at);
            at = next;
        }
    }

    private static long Of(IEnumerable<(Instant, AgentId, SegmentKind Kind, long Seconds)> parts, SegmentKind kind) => parts.Where(p => p.Kind == kind).Sum(p => p.Seconds);
}
