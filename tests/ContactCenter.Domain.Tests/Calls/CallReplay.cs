using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Tests.Support;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>A history lived through <see cref="Call.Apply"/>.</summary>
internal sealed class CallReplay
{
    private static readonly Lazy<IvrFlow> Flow = new(Shipped.Flow);
    private readonly CallTelling _telling;

    private CallReplay(CallHistory history, Random? chance) => _telling = new CallTelling(history, chance, (happened, now) => Task.FromResult<CallDecision?>(Apply(happened, now)));

    public Call Call { get; } = new(new CallId(new Guid("33333333-3333-3333-3333-333333333333")), []);
    public IReadOnlyList<CallEvent> Recorded => _telling.Recorded;
    public IReadOnlyList<CallEffect> LastEffects => _telling.LastEffects;

    /// <summary>Every event in the order in which it happened, or disturbed by a chance.</summary>
    public static CallReplay Of(CallHistory history, Random? chance = null) => Played(new CallReplay(history, chance), replay => replay._telling.Tell());

    /// <summary>First the dialogue and our decisions, then the notices in this order.</summary>
    public static CallReplay InOrder(CallHistory history, IReadOnlyList<CallEvent> notices) => Played(new CallReplay(history, null), replay => replay._telling.Tell(notices));

    // Nothing of it waits: it is over when the call returns.
    private static CallReplay Played(CallReplay replay, Func<CallReplay, Task> tell)
    {
        tell(replay).GetAwaiter().GetResult();
        return replay;
    }

    /// <summary>What a call may look at beside itself: the shipped dialogue, two emergency numbers, the ids that a history knows.</summary>
    public static CallContext Context(Call call, Instant now) => new(
        now, new CallScript(Flow.Value, "Cabinet des Lilas", ["15", "112"], new Dictionary<string, string>()), CallerKind.Other, null,
        () => CallHistory.TransferIdOf(call.Story.Transfers.Count + 1).Value);

    private CallDecision Apply(CallEvent happened, Instant now)
    {
        var before = Call.Story;
        var decision = Call.Apply(happened, Context(Call, now));
        if (decision is not Domain.Calls.Recorded)
            Assert.That(Call.Story, Is.SameAs(before), "what is refused or known leaves no trace");
        return decision;
    }
}
