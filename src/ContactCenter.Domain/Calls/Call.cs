namespace ContactCenter.Domain.Calls;

/// <summary>
/// One inbound call: its events, and what follows from them. It decides and does nothing: facts to record, instructions for the party that
/// asked, effects for the outbox.
/// </summary>
public sealed class Call
{
    private readonly Dictionary<string, CallEvent> _events;

    public Call(CallId id, IEnumerable<CallEvent> events)
    {
        Id = id;
        _events = events.ToDictionary(e => e.Key, StringComparer.Ordinal);
        Story = CallStory.Tell(_events.Values);
    }

    public CallId Id { get; }
    public CallStory Story { get; private set; }
    public IReadOnlyCollection<CallEvent> Events => _events.Values;

    public bool Knows(string key) => _events.ContainsKey(key);

    public CallTimeline Timeline(NodaTime.Instant? asOf = null) => CallTimeline.Fold(_events.Values, asOf);

    /// <summary>
    /// Takes an event in. What already happened is always recorded, whenever it arrives; a decision of ours is recorded only when the call
    /// allows it. Decisions implied by it are recorded with it.
    /// </summary>
    public CallDecision Apply(CallEvent happened, CallContext context)
    {
        if (Knows(happened.Key))
            return new AlreadyKnown();
        if (CallChecks.Check(Story, happened) is { } refusal)
            return new Refused(refusal);
        var turn = IvrTurn.Take(Story, happened, _events.Values, context);
        List<CallEvent> facts = [];
        List<CallEffect> effects = [];
        for (CallEvent? next = happened; next is not null;)
        {
            var before = Story;
            _events.Add(next.Key, next);
            Story = CallStory.Tell(_events.Values);
            facts.Add(next);
            effects.AddRange(CallConsequences.Of(before, Story, next));
            next = next == happened && turn?.Directed is { } directed ? directed : CallImplications.Of(before, Story, next, context);
            if (next is not null && (Knows(next.Key) || CallChecks.Check(Story, next) is not null))
                next = null;
        }
        return new Recorded(facts, turn?.Instructions ?? CallDialogue.Answer(Story, happened, context), [.. effects.Distinct()], turn?.Position ?? context.Position);
    }
}
