using System.Text.Json.Serialization;

namespace ContactCenter.TwilioSimulator;

/// <summary>What a leg was physically doing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrueSegmentKind>))]
public enum TrueSegmentKind
{
    /// <summary>Not answered yet.</summary>
    Ringing,

    /// <summary>Alone with a document: it listens to a voice, presses keys, records.</summary>
    Document,

    /// <summary>In a queue.</summary>
    Waiting,

    /// <summary>In a conference in which nobody else is.</summary>
    Alone,

    /// <summary>In a conference with an agent (a label that begins with <c>agent-</c>), not held.</summary>
    Talk,

    /// <summary>In a conference, held.</summary>
    Held,

    /// <summary>In a conference with others, none of them an agent.</summary>
    WithOthers,

    /// <summary>Connected directly with a number that was dialled.</summary>
    Bridged,
}

/// <summary>A stretch of one kind, end exclusive.</summary>
public sealed record TrueSegment(TrueSegmentKind Kind, DateTimeOffset From, DateTimeOffset To)
{
    public double Milliseconds => (To - From).TotalMilliseconds;
}

/// <summary>One leg's life as disjoint stretches without gaps, from its first ring to its end.</summary>
public sealed record CallTruth(string Leg, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, IReadOnlyList<TrueSegment> Segments)
{
    /// <summary>Whole seconds of one kind on the provider's clock: every border is the whole second in which it fell.</summary>
    public long Seconds(TrueSegmentKind kind) => Segments.Where(s => s.Kind == kind).Sum(s => s.To.ToUnixTimeSeconds() - s.From.ToUnixTimeSeconds());

    /// <summary>Folds what happened, in the order in which it happened.</summary>
    public static CallTruth Fold(IEnumerable<TrueEvent> events, string leg, DateTimeOffset now)
    {
        var state = new State(leg);
        List<TrueSegment> segments = [];
        var (kind, since) = ((TrueSegmentKind?)null, DateTimeOffset.MinValue);
        foreach (var happened in events)
        {
            state.Take(happened);
            if (state.Kind != kind)
                Turn(happened.At);
        }
        if (kind is not null)
            segments.Add(new(kind.Value, since, now));
        return new CallTruth(leg, state.AnsweredAt, state.EndedAt, segments);

        void Turn(DateTimeOffset at)
        {
            if (kind is not null && at > since)
                segments.Add(new(kind.Value, since, at));
            (kind, since) = (state.Kind, at);
        }
    }

    private sealed class State(string leg)
    {
        private readonly Dictionary<string, Dictionary<string, string>> _rooms = [];
        private string? _room;
        private bool _rang, _queued, _held, _bridged;

        public DateTimeOffset? AnsweredAt { get; private set; }
        public DateTimeOffset? EndedAt { get; private set; }

        public TrueSegmentKind? Kind =>
            EndedAt is not null || !_rang ? null
            : AnsweredAt is null ? TrueSegmentKind.Ringing
            : _bridged ? TrueSegmentKind.Bridged
            : _room is not null ? InRoom(_rooms[_room])
            : _queued ? TrueSegmentKind.Waiting
            : TrueSegmentKind.Document;

        public void Take(TrueEvent happened)
        {
            if (happened.What == "joined")
                Room(happened.Room)[happened.Leg] = happened.Label;
            else if (happened.What == "left")
                Room(happened.Room).Remove(happened.Leg);
            else if (happened.What == "gone")
                foreach (var room in _rooms.Values)
                    room.Remove(happened.Leg);
            if (happened.Leg == leg)
                TakeOwn(happened);
        }

        private void TakeOwn(TrueEvent happened)
        {
            switch (happened.What)
            {
                case "rang":
                    _rang = true;
                    break;
                case "began":
                    (_rang, AnsweredAt) = (true, happened.At);
                    break;
                case "queued" or "dequeued":
                    _queued = happened.What == "queued";
                    break;
                case "joined":
                    (_room, _held) = (happened.Room, false);
                    break;
                case "left":
                    _room = null;
                    break;
                case "held" or "resumed":
                    _held = happened.What == "held";
                    break;
                case "bridged" or "unbridged":
                    _bridged = happened.What == "bridged";
                    break;
                case "ended":
                    EndedAt = happened.At;
                    break;
            }
        }

        private Dictionary<string, string> Room(string sid) => _rooms.TryGetValue(sid, out var room) ? room : _rooms[sid] = [];

        private TrueSegmentKind InRoom(Dictionary<string, string> present) =>
            _held ? TrueSegmentKind.Held
            : present.Any(p => p.Key != leg && p.Value.StartsWith("agent-", StringComparison.Ordinal)) ? TrueSegmentKind.Talk
            : present.Count > 1 ? TrueSegmentKind.WithOthers
            : TrueSegmentKind.Alone;
    }
}
