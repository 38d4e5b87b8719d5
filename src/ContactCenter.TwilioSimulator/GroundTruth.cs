using System.Collections.Concurrent;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator;

/// <summary>One thing that physically happened, in milliseconds: what any meter is to be compared with.</summary>
public sealed record TrueEvent(DateTimeOffset At, string What, string Leg, string Room, string Label);

/// <summary>What really happened, whatever the notices said or did not say.</summary>
public sealed class GroundTruth(TimeProvider time)
{
    private readonly ConcurrentQueue<TrueEvent> _events = new();

    public IReadOnlyList<TrueEvent> Events => [.. _events];

    /// <summary>What really happened to one leg; the last stretch of a leg that still lives ends now.</summary>
    public CallTruth Of(string leg) => CallTruth.Fold(Events, leg, time.GetUtcNow());

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

    internal void Muted(Room room, Leg leg, bool muted) => Note(muted ? "muted" : "unmuted", leg, room.Sid, "");

    internal void Pressed(Room room, Leg leg, string digits) => Note("pressed", leg, room.Sid, digits);

    internal void Bridged(Leg leg, Leg with, bool begins) => Note(begins ? "bridged" : "unbridged", leg, with.Sid, with.To);

    internal void Gone(Leg leg) => Note("gone", leg, "", "");

    internal void Ended(Leg leg) => Note("ended", leg, "", "", leg.EndedAt!.Value);

    private void Note(string what, Leg leg, string room, string label) => Note(what, leg, room, label, time.GetUtcNow());

    // The moment is the one that the notice and the resource of the same event tell: read twice, the clock may stand in two seconds.
    private void Note(string what, Leg leg, string room, string label, DateTimeOffset at) => _events.Enqueue(new TrueEvent(at, what, leg.Sid, room, label));
}
