using System.Collections.Concurrent;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator;

/// <summary>One thing that physically happened, in milliseconds: what any meter is to be compared with.</summary>
public sealed record TrueEvent(DateTimeOffset At, string What, string Leg, string Room, string Label);

/// <summary>What really happened, whatever the notices said or did not say.</summary>
public sealed class GroundTruth(TimeProvider time)
{
    private readonly ConcurrentQueue<TrueEvent> _events = new();

    public IEnumerable<TrueEvent> Events => _events;

    internal void Joined(Room room, Leg leg, string label) => Note("joined", leg, room.Sid, label);

    internal void Left(Room room, Leg leg) => Note("left", leg, room.Sid, "");

    internal void Held(Room room, Leg leg, bool hold) => Note(hold ? "held" : "resumed", leg, room.Sid, "");

    internal void Began(Leg leg) => Note("began", leg, "", "");

    internal void Ended(Leg leg) => Note("ended", leg, "", "");

    /// <summary>
    /// Seconds in which the leg and a leg labelled as agent were in one conference and the leg was not held, on the provider's clock: every border is
    /// the whole second in which it fell.
    /// </summary>
    public long TalkSeconds(string callerLeg)
    {
        var events = _events.ToList();
        var rooms = events.Where(e => e.Leg == callerLeg && e.What == "joined").Select(e => e.Room).Distinct();
        return rooms.Sum(room => Talk(events.Where(e => e.Room == room), callerLeg));
    }

    private static long Talk(IEnumerable<TrueEvent> room, string caller)
    {
        HashSet<string> agents = [], inside = [];
        var (held, total) = (false, 0L);
        DateTimeOffset? since = null;
        foreach (var happened in room)
        {
            var before = Talking();
            switch (happened.What)
            {
                case "joined":
                    inside.Add(happened.Leg);
                    if (happened.Label.StartsWith("agent-", StringComparison.Ordinal))
                        agents.Add(happened.Leg);
                    break;
                case "left":
                    inside.Remove(happened.Leg);
                    agents.Remove(happened.Leg);
                    break;
                case "held" when happened.Leg == caller:
                    held = true;
                    break;
                case "resumed" when happened.Leg == caller:
                    held = false;
                    break;
            }
            if (!before && Talking())
                since = happened.At;
            else if (before && !Talking())
                total += happened.At.ToUnixTimeSeconds() - since!.Value.ToUnixTimeSeconds();
        }
        return total;

        bool Talking() => inside.Contains(caller) && agents.Count > 0 && !held;
    }

    private void Note(string what, Leg leg, string room, string label) => _events.Enqueue(new TrueEvent(time.GetUtcNow(), what, leg.Sid, room, label));
}
