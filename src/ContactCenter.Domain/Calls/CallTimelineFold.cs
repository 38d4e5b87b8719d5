using System.Collections.Immutable;
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
    private readonly List<Consultation> _consulting = [];
    private readonly List<AgentId> _acceptedBy = [];

    public CallTimelineFold(IEnumerable<CallEvent> events)
    {
        _events = [.. events.DistinctBy(e => e.Key).Order(CallEventOrder.Instance)];
        foreach (var happened in _events)
            Collect(happened);
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
        CutGhosts(over?.At);
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
                    CallDirection.Callback => SegmentKind.Waiting,
                    CallDirection.Divert => SegmentKind.Transferred,
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
                EndStays(_stays, s => s.Leg == e.Leg || e.EndsStayIn(s.Conference, s.Start), e);
                EndStays(_parked, s => e.EndsStayIn(s.Conference, s.Start), e);
                _stays.Add(new Stay(e.Conference, e.Leg, e.Label, Second(e.At), e.Key));
                break;
            case ParticipantLeft e:
                EndStays(_stays, s => s.Leg == e.Leg && s.Conference == e.Conference, e);
                EndStays(_parked, s => s.Leg == e.Leg && s.Conference == e.Conference, e);
                EndConsultation(c => e.Label.Role == LegRole.Target && c.Ordinal == e.Label.Ordinal, e);
                break;
            case ParticipantHeld { Label.Role: LegRole.Caller } e when !_parked.Exists(p => p.Leg == e.Leg && p.End is null):
                _parked.Add(new Stay(e.Conference, e.Leg, e.Label, Second(e.At), e.Key));
                break;
            case ParticipantResumed { Label.Role: LegRole.Caller } e:
                EndStays(_parked, s => s.Leg == e.Leg, e);
                break;
            case LegProgressed { Progress: >= LegProgress.Completed } e:
                EndStays(_stays, s => s.Leg == e.Leg, e);
                EndConsultation(c => c.Target == e.Leg, e);
                break;
            case ConferenceEnded e:
                EndStays(_stays, s => s.Conference == e.Conference, e);
                EndStays(_parked, s => s.Conference == e.Conference, e);
                break;
            case TransferRequested { TransferKind: TransferKind.Blind or TransferKind.Warm } e:
                _consulting.Add(new Consultation(e.Transfer, e.Ordinal, Second(e.At), e.Key));
                break;
            case TargetDialled e:
                Bind(e);
                break;
            case TransferCancelled e:
                EndConsultation(c => c.Transfer == e.Transfer, e);
                break;
            case TransferCompleted e:
                EndConsultation(c => c.Transfer == e.Transfer, e);
                break;
            case TargetKeyPressed { Keys: not TransferAcceptance.Key } e:
                EndConsultation(c => c.Transfer == e.Transfer, e);
                break;
        }
    }

    private static void EndStays(List<Stay> stays, Func<Stay, bool> which, CallEvent by)
    {
        foreach (var stay in stays.Where(s => s.End is null).Where(which))
            stay.EndAt(Second(by.At), by.Key);
    }

    private void Bind(TargetDialled e)
    {
        foreach (var consultation in _consulting.Where(c => c.Transfer == e.Transfer))
            consultation.Target = e.Leg;
        if (e.Leg is null)
            EndConsultation(c => c.Transfer == e.Transfer, e);
    }

    private void EndConsultation(Func<Consultation, bool> which, CallEvent by)
    {
        foreach (var consultation in _consulting.Where(c => c.Until is null).Where(which))
            consultation.Until = Second(by.At);
    }

    // A tab that died leaves its leg in the conference for up to half a minute: her presence ends with the last evidence of her. Of one who left before
    // the next evidence was due nobody can say that she was gone already: she left when the vendor says.
    private void CutGhosts(Instant? callerEnd)
    {
        foreach (var vanished in _events.OfType<AgentVanished>())
        {
            var last = Second(vanished.At);
            foreach (var stay in _stays.Where(s => s.Label.Role == LegRole.Agent && AgentOf(s.Label) == vanished.Agent && s.Covers(last)))
            {
                if (!((stay.End ?? callerEnd) <= last + AgentVanished.Silence))
                    stay.EndAt(last, vanished.Key);
            }
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
        foreach (var consultation in _consulting)
            Add(consultation.From, consultation.By);
        return borders;
    }

    private (SegmentKind Kind, AgentId? Agent) Name(Instant at)
    {
        var caller = _stays.Exists(s => s.Label.Role == LegRole.Caller && s.Covers(at));
        var agentStay = _stays.LastOrDefault(s => s.Label.Role == LegRole.Agent && s.Covers(at));
        var agent = agentStay is null ? null : AgentOf(agentStay.Label);
        if (caller && agentStay is not null)
            return (_parked.FindLast(p => p.Covers(at)) is { } parking ? ParkedFor(parking, at) : SegmentKind.Talk, agent);
        if (caller && _stays.Exists(s => s.Label.Role == LegRole.Target && s.Covers(at)))
            return (SegmentKind.Transferred, null);
        var outside = _outside.LastOrDefault(o => o.From <= at);
        if (outside == default)
            return (SegmentKind.Ivr, null);
        return outside.Kind == SegmentKind.Ringing && HasCome(AcceptanceAt(at), at) ? (SegmentKind.Technical, null) : (outside.Kind, null);
    }

    // Within one second she who accepted last is the one who is waited for, whoever came and went before her.
    private int AcceptanceAt(Instant at) => _outside.Where(o => o.From <= at).Count(o => o.Kind == SegmentKind.Ringing);

    private bool HasCome(int acceptance, Instant at) =>
        _stays.Exists(s => s.Label.Role == LegRole.Agent && s.Label.Ordinal == acceptance && s.Start <= at);

    // Parked before a transfer was asked for is hold; from the request to the end of that parking it is consult.
    private SegmentKind ParkedFor(Stay parking, Instant at) =>
        _consulting.Exists(c => c.From <= at && (c.Until is null || parking.Start < c.Until)) ? SegmentKind.Consult : SegmentKind.Hold;

    private CallSegment? WrapUp(Instant callerEnd, string callerEndedBy)
    {
        if (_events.OfType<WrapUpFinished>().FirstOrDefault() is not { } finished)
            return null;
        var last = _stays.Where(s => s.Label.Role == LegRole.Agent).MaxBy(s => s.End ?? callerEnd);
        if (last is null)
            return null;
        var (start, by) = last.End is { } left && left < callerEnd ? (left, last.EndedBy!) : (callerEnd, callerEndedBy);
        // Closed in the second in which her leg left, by a clock that is a little behind the vendor's: no seconds, but a wrap-up all the same.
        return new CallSegment(SegmentKind.WrapUp, start, Instant.Max(start, Second(finished.At)), by, finished.Key, AgentOf(last.Label));
    }

    private AgentId? AgentOf(LegLabel label) => label.Ordinal >= 1 && label.Ordinal <= _acceptedBy.Count ? _acceptedBy[label.Ordinal - 1] : null;

    private static Instant Second(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    /// <summary>A transfer from its request (inclusive) to its outcome (exclusive).</summary>
    private sealed record Consultation(TransferId Transfer, int Ordinal, Instant From, string By)
    {
        public LegRef? Target { get; set; }
        public Instant? Until { get; set; }
    }
}
