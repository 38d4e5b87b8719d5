using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>How our record of a leg and the vendor's differ.</summary>
public enum LegDifference
{
    /// <summary>More than a second apart in length.</summary>
    Length,

    /// <summary>The vendor charges a leg that we do not know.</summary>
    UnknownToUs,

    /// <summary>We measured a leg that the vendor has no record of.</summary>
    UnknownToCarrier,
}

/// <summary>A difference that somebody must look at. While it is open, the call's seconds are not invoiced.</summary>
public sealed record LegFinding(LegDifference Difference, LegRef Leg, CallId? Call, long OurSeconds, long TheirSeconds);

/// <summary>How a finding was settled.</summary>
public enum Settlement
{
    /// <summary>What we measured is charged.</summary>
    OursHolds,

    /// <summary>Of what we measured, only what the vendor recorded too is charged (<see cref="CarrierBound"/>).</summary>
    TheirsHolds,

    /// <summary>The call is not invoiced, now or later.</summary>
    NeverInvoiced,

    /// <summary>Nobody decided: the two records agree since one of them came to know more.</summary>
    RecordsAgree,
}

/// <summary>Compares the three ledgers. Pure: run it every night over the same day as often as wanted.</summary>
public static class Reconciliation
{
    /// <summary>Seconds by which the two clocks may differ on one leg: each side floors its own ends.</summary>
    public const int Tolerance = 1;

    /// <summary>
    /// Every difference, by leg. Repeated records of a leg count once. A leg that lasted no second on one side and is unknown to the other cost
    /// nobody anything, and a leg that the vendor still holds open is not compared.
    /// </summary>
    public static IReadOnlyList<LegFinding> Compare(IEnumerable<MeasuredLeg> ours, IEnumerable<CarrierCharge> theirs)
    {
        var measured = ours.DistinctBy(l => l.Leg).ToDictionary(l => l.Leg);
        var charged = theirs.DistinctBy(l => l.Leg).ToDictionary(l => l.Leg);
        var findings = new List<LegFinding>();
        foreach (var leg in measured.Keys.Union(charged.Keys).OrderBy(l => l.Value, StringComparer.Ordinal))
        {
            var (our, their) = (measured.GetValueOrDefault(leg), charged.GetValueOrDefault(leg));
            if (their is { IsOver: false } || (our is null && their!.Seconds == 0) || (their is null && our!.Seconds == 0))
                continue;
            if (our is null)
                findings.Add(new LegFinding(LegDifference.UnknownToUs, leg, their!.Call, 0, their.Seconds));
            else if (their is null)
                findings.Add(new LegFinding(LegDifference.UnknownToCarrier, leg, our.Call, our.Seconds, 0));
            else if (Math.Abs(our.Seconds - their.Seconds) > Tolerance)
                findings.Add(new LegFinding(LegDifference.Length, leg, our.Call, our.Seconds, their.Seconds));
        }

        return findings;
    }

    /// <summary>What may be invoiced now: usage without the calls that have an open finding. They come as an adjustment once settled.</summary>
    public static MonthUsage WithoutBlocked(MonthUsage usage, IEnumerable<LegFinding> open)
    {
        var blocked = open.Select(f => f.Call).OfType<CallId>().ToHashSet();
        return usage with { Calls = [.. usage.Calls.Where(c => !blocked.Contains(c.Call))] };
    }

    /// <summary>What each agent worked, from the segments that name her.</summary>
    public static IReadOnlyList<AgentWork> WorkOf(IEnumerable<UsageRecord> calls) =>
    [
        .. calls.DistinctBy(c => c.Call).SelectMany(c => c.WrapUp is { } notes ? c.Segments.Add(notes) : c.Segments)
            .Where(s => s.Agent is not null).GroupBy(s => s.Agent!.Value)
            .Select(g => new AgentWork(g.Key, Of(g, SegmentKind.Talk), Of(g, SegmentKind.Hold), Of(g, SegmentKind.Consult), Of(g, SegmentKind.WrapUp)))
            .OrderBy(w => w.Agent.Value),
    ];

    private static long Of(IEnumerable<CallSegment> segments, SegmentKind kind) => segments.Where(s => s.Kind == kind).Sum(s => s.Seconds);
}
