namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Legs that wait, in the order in which they came.</summary>
internal sealed class Queues
{
    /// <summary>The greatest size of a queue that was not given one.</summary>
    public const int DefaultSize = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue> _queues = [];

    /// <summary>Null when the queue is full.</summary>
    public Place? Enter(string name, Leg leg, DateTimeOffset at, int maxSize)
    {
        lock (_gate)
        {
            if (!_queues.TryGetValue(name, out var queue))
                queue = _queues[name] = new Queue(Sids.New("QU"));
            if (queue.Waiting.Count >= maxSize)
                return null;
            queue.Waiting.Add(leg);
            return new Place(_gate, queue, leg, at);
        }
    }

    public sealed record Queue(string Sid)
    {
        public List<Leg> Waiting { get; } = [];
        public List<double> Waited { get; } = [];
    }

    /// <summary>A leg's place in its queue.</summary>
    public sealed class Place(Lock gate, Queue queue, Leg leg, DateTimeOffset at)
    {
        public string Sid => queue.Sid;
        public DateTimeOffset EnteredAt { get; } = at;

        public (int Position, int Size, int AverageSeconds) Now()
        {
            lock (gate)
                return (queue.Waiting.IndexOf(leg) + 1, queue.Waiting.Count, queue.Waited.Count == 0 ? 0 : (int)queue.Waited.Average());
        }

        public void Leave(DateTimeOffset now)
        {
            lock (gate)
            {
                if (queue.Waiting.Remove(leg))
                    queue.Waited.Add((now - EnteredAt).TotalSeconds);
            }
        }
    }
}
