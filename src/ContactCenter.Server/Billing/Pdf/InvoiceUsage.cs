using System.Collections.Immutable;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>What the page of usage shows: counts and seconds, and nothing that tells who called.</summary>
/// <param name="Days">Every day of the period, in order.</param>
/// <param name="Kinds">Kinds that occurred, in the order of a call.</param>
internal sealed record InvoiceUsage(ImmutableArray<UsageDay> Days, ImmutableArray<UsageOfKind> Kinds)
{
    public long Calls => Days.Sum(d => (long)d.Calls);

    public long Answered => Days.Sum(d => (long)d.Answered);

    public long SecondsOf(SegmentKind kind) => Kinds.Where(k => k.Kind == kind).Sum(k => k.Seconds);

    /// <summary>
    /// A call stands on the day on which it began, in the practice's zone; its seconds are cut at the exact second where the period begins
    /// and ends.
    /// </summary>
    /// <param name="calls">Each call once. They may reach beyond the period.</param>
    public static InvoiceUsage Of(IReadOnlyCollection<UsageRecord> calls, BillingPeriod period)
    {
        var span = period.Instants;
        var byDay = calls.Where(c => span.Contains(c.StartedAt)).ToLookup(c => c.StartedAt.InZone(period.Zone).Date);
        var days = Enumerable.Range(0, period.Days).Select(i => period.First.PlusDays(i))
            .Select(day => new UsageDay(day, byDay[day].Count(), byDay[day].Count(c => c.TalkSeconds > 0)));
        var kinds = calls.SelectMany(c => c.WrapUp is { } notes ? c.Segments.Add(notes) : c.Segments)
            .GroupBy(s => s.Kind, s => Within(s, span)).OrderBy(g => g.Key)
            .Select(g => new UsageOfKind(g.Key, g.Sum())).Where(k => k.Seconds > 0);
        return new InvoiceUsage([.. days], [.. kinds]);
    }

    private static long Within(CallSegment segment, Interval span)
    {
        var (from, to) = (Instant.Max(segment.Start, span.Start), Instant.Min(segment.End, span.End));
        return from < to ? (long)(to - from).TotalSeconds : 0;
    }
}

/// <param name="Calls">All that began on the day.</param>
/// <param name="Answered">Those of them in which an agent and the caller talked.</param>
internal readonly record struct UsageDay(LocalDate Day, int Calls, int Answered);

internal readonly record struct UsageOfKind(SegmentKind Kind, long Seconds);
