namespace ContactCenter.TwilioSimulator;

/// <summary>A stretch of time, end exclusive.</summary>
public sealed record Stretch(DateTimeOffset From, DateTimeOffset To);

/// <summary>When a caller really talked: in one conference with an agent, and not held.</summary>
internal static class TrueTalk
{
    public static IEnumerable<Stretch> Stretches(IReadOnlyList<TrueEvent> events, string caller) =>
        events.Where(e => e.Leg == caller && e.What == "joined").Select(e => e.Room).Distinct().SelectMany(room => InRoom(events.Where(e => e.Room == room), caller));

    private static IEnumerable<Stretch> InRoom(IEnumerable<TrueEvent> room, string caller)
    {
        HashSet<string> agents = [];
        var (here, held) = (false, false);
        DateTimeOffset? since = null;
        foreach (var happened in room)
        {
            var isCaller = happened.Leg == caller;
            switch (happened.What)
            {
                case "joined" when isCaller:
                    (here, held) = (true, false);
                    break;
                case "joined" when happened.Label.StartsWith("agent-", StringComparison.Ordinal):
                    agents.Add(happened.Leg);
                    break;
                case "left" when isCaller:
                    here = false;
                    break;
                case "left":
                    agents.Remove(happened.Leg);
                    break;
                case "held" or "resumed" when isCaller:
                    held = happened.What == "held";
                    break;
            }
            var talking = here && !held && agents.Count > 0;
            if (talking && since is null)
                since = happened.At;
            else if (!talking && since is { } from)
            {
                since = null;
                yield return new Stretch(from, happened.At);
            }
        }
    }
}
