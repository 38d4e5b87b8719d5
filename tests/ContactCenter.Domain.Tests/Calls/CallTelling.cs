using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>
/// Tells a history to whoever takes its events in, as a server would live it. Requests of the caller's own dialogue and decisions of ours come in
/// the order in which one led to the next. The vendor's notices come when they come: late, out of order, twice.
/// </summary>
/// <param name="chance">Disturbs; null tells every event in the order in which it happened.</param>
/// <param name="take">Takes an event in at an instant.</param>
internal sealed class CallTelling(CallHistory history, Random? chance, Func<CallEvent, Instant, Task<CallDecision?>> take)
{
    private readonly List<CallEvent> _onTheirWay = [];
    private readonly List<CallEvent> _told = [];
    private Instant _now;

    public List<CallEvent> Recorded { get; } = [];
    public IReadOnlyList<CallEffect> LastEffects { get; private set; } = [];

    /// <summary>What the vendor sends apart from the dialogue, and promises no order of; the answer to a wish of ours races with it.</summary>
    public static bool IsNotice(CallEvent happened) =>
        happened is ConferenceNotice or LegProgressed or CallReconciled or TargetDialled or QueueLeft { Exit: QueueExit.Redirected };

    public async Task Tell()
    {
        foreach (var happened in history.Events.Where(e => !history.Implied.Contains(e.Key)))
        {
            if (chance is not null && IsNotice(happened) && !history.ActedUpon.Contains(happened.Key) && chance.Next(4) > 0)
            {
                _onTheirWay.Add(happened);
                continue;
            }
            // What a conference that failed means depends on who was inside: whoever asks for a document then has been in there for seconds.
            await SomeArrive(happened is ConferenceLeft || chance?.Next(4) == 0 ? 1 : 0.3);
            // Which transfer a leg belongs to is the vendor's answer to our order: what we do about the leg's end waits for it.
            if (history.ActedUpon.Contains(happened.Key))
                await Arrive([.. _onTheirWay.OfType<TargetDialled>()]);
            await Arrives(happened);
        }
        await SomeArrive(1);
    }

    /// <summary>First the dialogue and our decisions, then the notices in the order given, each of them twice.</summary>
    public async Task Tell(IReadOnlyList<CallEvent> notices)
    {
        foreach (var happened in history.Events.Where(e => !IsNotice(e)).Concat(notices))
            await Arrives(happened);
        foreach (var repeated in notices)
            Assert.That(await take(repeated, _now), Is.TypeOf<AlreadyKnown>());
    }

    private async Task SomeArrive(double share)
    {
        if (chance is null)
            return;
        var arriving = _onTheirWay.Where(_ => share >= 1 || chance.NextDouble() < share).ToArray();
        chance.Shuffle(arriving);
        await Arrive(arriving);
    }

    private async Task Arrive(CallEvent[] arriving)
    {
        foreach (var notice in arriving)
        {
            _onTheirWay.Remove(notice);
            await Arrives(notice);
        }
    }

    private async Task Arrives(CallEvent happened)
    {
        var told = history.Happened[happened.Key];
        _now = told > _now ? told : _now;
        var decision = await take(happened, _now);
        // Nobody can press what her screen does not show yet: she sees it once the notices are in.
        if (decision is Refused && _onTheirWay.Count > 0)
        {
            await SomeArrive(1);
            decision = await take(happened, _now);
        }
        Assert.That(decision, Is.TypeOf<Recorded>(), () => $"{happened.GetType().Name} {happened.Key}: {decision}");
        var recorded = (Recorded)decision!;
        Recorded.AddRange(recorded.Facts);
        LastEffects = recorded.Effects;
        _told.Add(happened);
        while (chance is not null && chance.Next(3) == 0)
            Assert.That(await take(_told[chance.Next(_told.Count)], _now), Is.TypeOf<AlreadyKnown>());
    }
}
