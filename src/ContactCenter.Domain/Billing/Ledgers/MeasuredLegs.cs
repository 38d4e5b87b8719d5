using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>
/// Reads off a call's events how long we hold each of its legs to have lasted, to be compared with the vendor's record. The caller's leg is the one
/// that the invoice is cut from; the others last from the first to the last that was told of them.
/// </summary>
public static class MeasuredLegs
{
    /// <param name="usage">The call as it is charged; null while it is not measured: then its caller's leg has no length.</param>
    /// <param name="charges">
    /// The vendor's records of the call's legs. They only say when a leg began that we had dialled and that nobody told us the answer of.
    /// </param>
    public static IReadOnlyList<MeasuredLeg> Of(Call call, UsageRecord? usage, IReadOnlyCollection<CarrierCharge> charges)
    {
        var theirs = charges.DistinctBy(c => c.Leg).ToDictionary(c => c.Leg);
        var told = Told(call);
        var measured = new List<MeasuredLeg>();
        foreach (var (leg, evidence) in told)
            measured.Add(evidence.Role == LegRole.Caller ? Caller(call, leg, usage, theirs) : Measure(call, leg, evidence, usage, theirs.GetValueOrDefault(leg)));
        measured.AddRange(Dialled(call, told, charges));
        return measured;
    }

    private static MeasuredLeg Caller(Call call, LegRef leg, UsageRecord? usage, Dictionary<LegRef, CarrierCharge> theirs)
    {
        var arrived = call.Events.OfType<CallArrived>().First();
        if (usage is null)
            return new MeasuredLeg(leg, call.Id, arrived.At, 0) { Role = LegRole.Caller };
        // Whom we rang back was on the line before she pressed the key that made it a call.
        var start = arrived.Callback is not null && theirs.GetValueOrDefault(leg) is { } charge ? Instant.Min(charge.StartedAt, usage.StartedAt) : usage.StartedAt;
        return new MeasuredLeg(leg, call.Id, start, Between(start, usage.EndedAt)) { Role = LegRole.Caller };
    }

    private static MeasuredLeg Measure(Call call, LegRef leg, Evidence told, UsageRecord? usage, CarrierCharge? charge)
    {
        // An agent's own telephone speaks to her before she takes the call: only the vendor knows since when.
        var start = told.Answered ?? (charge is { IsDialledOut: true } ? Instant.Min(charge.StartedAt, told.First) : told.First);
        // Whom nobody saw leave was there until the caller went: so the seconds are cut, too.
        var end = told.Ended ?? (told.IsInside && usage is not null ? Instant.Max(told.Last, usage.EndedAt) : told.Last);
        return new MeasuredLeg(leg, call.Id, start, Between(start, end)) { Role = told.Role };
    }

    // A document that dials names no leg in its report: as many of the vendor's children as it reported are ours, in order.
    private static IEnumerable<MeasuredLeg> Dialled(Call call, Dictionary<LegRef, Evidence> told, IReadOnlyCollection<CarrierCharge> charges)
    {
        var reports = call.Events.Count(e => e is EmergencyDialEnded or DiversionEnded);
        return charges.Where(c => c.Parent is { } parent && told.ContainsKey(parent) && !told.ContainsKey(c.Leg)).OrderBy(c => c.StartedAt)
            .ThenBy(c => c.Leg.Value, StringComparer.Ordinal).Take(reports).Select(c => new MeasuredLeg(c.Leg, call.Id, c.StartedAt, c.Seconds));
    }

    private static Dictionary<LegRef, Evidence> Told(Call call)
    {
        var told = new Dictionary<LegRef, Evidence>();
        var byTransfer = new Dictionary<TransferId, LegRef>();
        foreach (var happened in call.Events.OrderBy(e => e.At))
        {
            switch (happened)
            {
                case CallArrived e:
                    Of(e.Leg, e.At).Role = LegRole.Caller;
                    break;
                case AgentLegStarted e:
                    Of(e.Leg, e.At).Role = LegRole.Agent;
                    break;
                case ParticipantJoined e:
                    var joined = Of(e.Leg, e.At);
                    (joined.Role, joined.IsInside) = (e.Label.Role, true);
                    break;
                case ParticipantLeft e:
                    var left = Of(e.Leg, e.At);
                    left.IsInside = false;
                    left.Ended ??= e.LegEnded ? e.At : null;
                    break;
                case TargetDialled { Leg: { } leg } e:
                    byTransfer[e.Transfer] = leg;
                    Of(leg, e.At).Role = LegRole.Target;
                    break;
                case TargetAnswered e when byTransfer.TryGetValue(e.Transfer, out var target):
                    Of(target, e.At).Answered ??= e.At;
                    break;
                case LegProgressed { Progress: LegProgress.Answered } e:
                    Of(e.Leg, e.At).Answered = e.At;
                    break;
                case LegProgressed { Progress: >= LegProgress.Completed } e:
                    var over = Of(e.Leg, e.At);
                    over.Ended ??= e.At;
                    // Busy, unanswered or cancelled: it rang and never lasted.
                    over.Answered = e.Progress == LegProgress.Completed ? over.Answered : e.At;
                    break;
            }
        }

        return told;

        Evidence Of(LegRef leg, Instant at)
        {
            if (!told.TryGetValue(leg, out var known))
                told[leg] = known = new Evidence(at);
            known.Last = at;
            return known;
        }
    }

    private static long Between(Instant start, Instant end) => Math.Max(0, end.ToUnixTimeSeconds() - start.ToUnixTimeSeconds());

    private sealed class Evidence(Instant first)
    {
        public LegRole? Role { get; set; }
        public bool IsInside { get; set; }
        public Instant First { get; } = first;
        public Instant Last { get; set; } = first;
        public Instant? Answered { get; set; }
        public Instant? Ended { get; set; }
    }
}
