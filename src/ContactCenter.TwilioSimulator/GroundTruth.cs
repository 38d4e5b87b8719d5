using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator;

/// <summary>One thing that physically happened, in milliseconds: what any meter is to be compared with.</summary>
public sealed record TrueEvent(DateTimeOffset At, string What, string Leg, string Room, string Label);

/// <summary>What really happened, whatever the notices said or did not say.</summary>
public sealed class GroundTruth(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<TrueEvent> _events = [];

    // By place in the list: of each leg what happened to it, and of each room who was in it.
    private readonly Dictionary<string, List<int>> _ofLeg = [];
    private readonly Dictionary<string, HashSet<string>> _inRoom = [];

    public IReadOnlyList<TrueEvent> Events
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    /// <summary>What happened in one room.</summary>
    public IReadOnlyList<TrueEvent> Within(string room)
    {
        lock (_gate)
            return [.. EventsOf(_inRoom.GetValueOrDefault(room, [])).Where(e => e.Room == room)];
    }

    /// <summary>What really happened to one leg; the last stretch of a leg that still lives ends now.</summary>
    public CallTruth Of(string leg)
    {
        List<TrueEvent> events;
        lock (_gate)
        {
            var rooms = _ofLeg.GetValueOrDefault(leg, []).Select(n => _events[n].Room).Where(r => r.Length > 0).Distinct();
            events = [.. EventsOf(rooms.SelectMany(r => _inRoom[r]).Append(leg).Distinct())];
        }
        return CallTruth.Fold(events, leg, time.GetUtcNow());
    }

    /// <summary>
    /// Seconds in which the leg and a leg labelled as agent were in one conference and the leg was not held, on the provider's clock: every border is
    /// the whole second in which it fell.
    /// </summary>
    public long TalkSeconds(string callerLeg) => Of(callerLeg).Seconds(TrueSegmentKind.Talk);

    internal void Rang(Leg leg) => Note("rang", leg, "", "");

    internal void Began(Leg leg) => Note("began", leg, "", "", leg.AnsweredAt!.Value);

    internal void Queued(Leg leg, bool begins) => Note(begins ? "queued" : "dequeued", leg, "", "");

    internal void Joined(Room room, Leg leg, string label, DateTimeOffset at) => Note("joined", leg, room.Sid, label, at);

    internal void Left(Room room, Leg leg, DateTimeOffset at) => Note("left", leg, room.Sid, "", at);

    internal void Held(Room room, Leg leg, bool hold, DateTimeOffset at) => Note(hold ? "held" : "resumed", leg, room.Sid, "", at);

    internal void Muted(Room room, Leg leg, bool muted, DateTimeOffset at) => Note(muted ? "muted" : "unmuted", leg, room.Sid, "", at);

    internal void Pressed(Room room, Leg leg, string digits) => Note("pressed", leg, room.Sid, digits);

    internal void Bridged(Leg leg, Leg with, bool begins) => Note(begins ? "bridged" : "unbridged", leg, with.Sid, with.To);

    internal void Gone(Leg leg) => Note("gone", leg, "", "");

    internal void Ended(Leg leg) => Note("ended", leg, "", "", leg.EndedAt!.Value);

    private void Note(string what, Leg leg, string room, string label) => Note(what, leg, room, label, time.GetUtcNow());

    // The moment is the one that the notice and the resource of the same event tell: read twice, the clock may stand in two seconds.
    private void Note(string what, Leg leg, string room, string label, DateTimeOffset at)
    {
        lock (_gate)
        {
            if (!_ofLeg.TryGetValue(leg.Sid, out var places))
                _ofLeg[leg.Sid] = places = [];
            places.Add(_events.Count);
            _events.Add(new TrueEvent(at, what, leg.Sid, room, label));
            if (room.Length == 0)
                return;
            if (!_inRoom.TryGetValue(room, out var legs))
                _inRoom[room] = legs = [];
            legs.Add(leg.Sid);
        }
    }

    private IEnumerable<TrueEvent> EventsOf(IEnumerable<string> legs) => legs.SelectMany(l => _ofLeg.GetValueOrDefault(l, [])).Order().Select(n => _events[n]);
}
