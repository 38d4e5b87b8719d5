using System.Collections.Immutable;
using ContactCenter.Domain.Routing;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// One fold of one call. First the stays of each leg and what the call was doing outside the conference are collected; then every border
/// cuts the caller's leg, and each piece is named by who was where.
/// </summary>
internal sealed class CallTimelineFold
{
    private readonly List<CallEvent> _events;
    private readonly List<Stay> _stays = [];
    private readonly List<Stay> _parked = [];
    private readonly List<(Instant From, SegmentKind Kind, string By)> _outside = [];
    private readonly List<(Instant From, Instant? To, string By)> _consulting = [];
    private readonly List<AgentId> _acceptedBy = [];

    public CallTimelineFold(IEnumerable<CallEvent> events)
    {
        _events = [.. events.DistinctBy(e => e.Key).Order(CallEventOrder.Instance)];
        foreach (var happened in _events)
            Collect(happened);
        CutGhosts();
    }

    public CallTimeline Run(Instant? asOf)
    {
        if (_events.OfType<CallArrived>().FirstOrDefault() is not { } arrived)
            return CallTimeline.Empty;
        var start = Second(arrived.At);
        var over = CallerEnd(arrived.Leg);
        var end = over?.At ?? (asOf is { } now ? Second(now) : Second(_events[^1].At));
        if (end < start)
            end = start;
        foreach (var stay in _stays.Concat(_parked).Where(s => s.Start <= end))
            stay.EndAt(end, over?.By ?? arrived.Key);
        var segments = Cut(start, end, arrived.Key, over?.By);
        return new CallTimeline(segments, WrapUp(end, over?.By ?? arrived.Key), over is not null);
    }

    private void Collect(CallEvent happened)
    {
        switch (happened)
        {
            case CallDirected e:
                _outside.Add((Second(e.At), e.Direction switch
                {
                    CallDirection.Queue => SegmentKind.Waiting,
                    CallDirection.Message => SegmentKind.Message,
                    CallDirection.Emergency => SegmentKind.Emergency,
                }, e.Key));
                break;
            case OfferAccepted e:
                _acceptedBy.Add(e.Agent);
                _outside.Add((Second(e.At), SegmentKind.Ringing, e.Key));
                break;
            case CallRequeued e:
                _outside.Add((Second(e.At), SegmentKind.Waiting, e.Key));
                break;
            case ParticipantJoined e:
                EndStays(_stays, s => s.Leg == e.Leg, e);
                _stays.Add(new Stay(e.Leg, e.Label, Second(e.At), e.Key));
                break;
            case ParticipantLeft e:
                EndStays(_stays, s => s.Leg == e.Leg, e);
                EndStays(_parked, s => s.Leg == e.Leg, e);
                break;
            case ParticipantHeld { Label.Role: LegRole.Caller } e when !_parked.Exists(p => p.Leg == e.Leg && p.End is null):
                _parked.Add(new Stay(e.Leg, e.Label, Second(e.At), e.Key));
                break;
            case ParticipantResumed { Label.Role: LegRole.Caller } e:
                EndStays(_parked, s => s.Leg == e.Leg, e);
                break;
            case LegProgressed { Progress: >= LegProgress.Completed } e:
                EndStays(_stays, s => s.Leg == e.Leg, e);
                break;
            case ConferenceEnded e:
                EndStays(_stays, _ => true, e);
                EndStays(_parked, _ => true, e);
                break;
            case TransferRequested { TransferKind: not TransferKind.Emergency } e:
                _consulting.Add((Second(e.At), null, e.Key));
                break;
        }
    }

    private static void EndStays(List<Stay> stays, Func<Stay, bool> which, CallEvent by)
    {
        foreach (var stay in stays.Where(s => s.End is null).Where(which))
            stay.EndAt(Second(by.At), by.Key);
    }

    // A tab that died leaves its leg in the conference for up to half a minute: her presence ends with the last evidence of her.
    private void CutGhosts()
    {
        foreach (var vanished in _events.OfType<AgentVanished>())
        {
            foreach (var stay in _stays.Where(s => s.Label.Role == LegRole.Agent && AgentOf(s.Label) == vanished.Agent && s.Covers(Second(vanished.At))))
                stay.EndAt(Second(vanished.At), vanished.Key);
        }
    }

    // The vendor's word on the end of the leg comes before our own receipt of a request that implies it.
    private (Instant At, string By)? CallerEnd(LegRef leg)
    {
        var told = _events.Where(e => e is LegProgressed { Progress: >= LegProgress.Completed } p && p.Leg == leg
            || e is ParticipantLeft { LegEnded: true, Label.Role: LegRole.Caller }
            || e is CallReconciled r && r.Leg == leg).MinBy(e => Second(e.At));
        var end = told ?? _events.FirstOrDefault(e => e is QueueLeft { Exit: QueueExit.HungUp });
        return end is null ? null : (Second(end.At), end.Key);
    }

    private ImmutableList<CallSegment> Cut(Instant start, Instant end, string startedBy, string? endedBy)
    {
        var borders = Borders(start, end);
        borders[start] = startedBy;
        var cuts = borders.Keys.Order().ToList();
        var segments = ImmutableList.CreateBuilder<CallSegment>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var until = i + 1 < cuts.Count ? cuts[i + 1] : end;
            if (until == cuts[i])
                continue;
            var (kind, agent) = Name(cuts[i]);
            var by = i + 1 < cuts.Count ? borders[until] : endedBy;
            if (segments.Count > 0 && segments[^1] is var last && last.Kind == kind && last.Agent == agent)
                segments[^1] = last with { End = until, EndedBy = by };
            else
                segments.Add(new CallSegment(kind, cuts[i], until, borders[cuts[i]], by, agent));
        }
        return segments.ToImmutable();
    }

    private Dictionary<Instant, string> Borders(Instant start, Instant end)
    {
        var borders = new Dictionary<Instant, string>();
        void Add(Instant? at, string? by)
        {
            if (at is { } border && border > start && border < end)
                borders.TryAdd(border, by!);
        }
        foreach (var stay in _stays.Concat(_parked))
        {
            Add(stay.Start, stay.StartedBy);
            Add(stay.End, stay.EndedBy);
        }
        foreach (var (from, _, by) in _outside)
            Add(from, by);
        foreach (var (from, _, by) in _consulting)
            Add(from, by);
        return borders;
    }

    private (SegmentKind Kind, AgentId? Agent) Name(Instant at)
    {
        var caller = _stays.Exists(s => s.Label.Role == LegRole.Caller && s.Covers(at));
        var agentStay = _stays.LastOrDefault(s => s.Label.Role == LegRole.Agent && s.Covers(at));
        var agent = agentStay is null ? null : AgentOf(agentStay.Label);
        if (caller && agentStay is not null)
            return (_parked.Exists(p => p.Covers(at)) ? _consulting.Exists(c => c.From <= at) ? ParkedFor(at) : SegmentKind.Hold : SegmentKind.Talk, agent);
        if (caller && _stays.Exists(s => s.Label.Role == LegRole.Target && s.Covers(at)))
            return (SegmentKind.Transferred, null);
        var outside = _outside.LastOrDefault(o => o.From <= at);
        if (outside == default)
            return (SegmentKind.Ivr, null);
        var met = _stays.Exists(s => s.Label.Role == LegRole.Agent && s.Start <= at && s.Start >= outside.From);
        return outside.Kind == SegmentKind.Ringing && met ? (SegmentKind.Technical, null) : (outside.Kind, null);
    }

    // Parked before any transfer was asked for is hold; from the request to the end of that parking it is consult.
    private SegmentKind ParkedFor(Instant at)
    {
        var parking = _parked.Last(p => p.Covers(at));
        return _consulting.Exists(c => c.From <= at && (parking.End is null || c.From < parking.End) && c.From >= LastTalkBefore(parking)) ? SegmentKind.Consult : SegmentKind.Hold;
    }

    // A request made while talking belongs to the parking that it caused, however soon the vendor carried it out.
    private Instant LastTalkBefore(Stay parking) =>
        _parked.Where(p => p != parking && p.End <= parking.Start).Select(p => p.End!.Value).DefaultIfEmpty(Instant.MinValue).Max();

    private CallSegment? WrapUp(Instant callerEnd, string callerEndedBy)
    {
        if (_events.OfType<WrapUpFinished>().FirstOrDefault() is not { } finished)
            return null;
        var last = _stays.Where(s => s.Label.Role == LegRole.Agent).MaxBy(s => s.End ?? callerEnd);
        if (last is null)
            return null;
        var (start, by) = last.End is { } left && left < callerEnd ? (left, last.EndedBy!) : (callerEnd, callerEndedBy);
        var end = Second(finished.At);
        return end < start ? null : new CallSegment(SegmentKind.WrapUp, start, end, by, finished.Key, AgentOf(last.Label));
    }

    private AgentId? AgentOf(LegLabel label) => label.Ordinal >= 1 && label.Ordinal <= _acceptedBy.Count ? _acceptedBy[label.Ordinal - 1] : null;

    private static Instant Second(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
