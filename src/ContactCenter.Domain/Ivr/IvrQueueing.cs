using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>The dialogue with a caller in the queue: announcements, music, and the keys that work meanwhile.</summary>
internal static class IvrQueueing
{
    /// <summary>
    /// The first time the node's own prompt, then an announcement as often as the flow says, and music in between, all of it
    /// interruptible by a key.
    /// </summary>
    public static IvrStep Hear(IvrFlow flow, IvrPosition position, IvrWaitState state, IvrContext context)
    {
        List<IvrUtterance> heard = [];
        if (state.Before is null && flow.Nodes[position.Node] is QueueNode { Prompt: { } prompt })
            heard.Add(IvrVoice.Say(prompt, position.Language, flow, context));
        if (Due(state, flow.Waiting.AnnounceEvery))
            heard.AddRange(Announcement(flow, position, state, context));
        heard.Add(new IvrMusic(flow.Waiting.Music));
        IReadOnlyList<char> keys = Callback(flow, context) is { } callback ? [callback.Key, flow.EmergencyKey] : [flow.EmergencyKey];
        return new IvrStep(position, heard, new IvrAsk(keys, false, [], IvrArrival.Breath));
    }

    /// <summary>A key other than the emergency key, pressed while waiting.</summary>
    public static IvrStep Press(IvrFlow flow, IvrContext context, IvrPosition position, QueueNode queue, IvrKeys pressed) =>
        Callback(flow, context) is { } callback && pressed.Keys.Contains(callback.Key, StringComparison.Ordinal)
            ? new IvrStep(position, [IvrVoice.Say(callback.Confirmation, position.Language, flow, context)], new IvrCallbackRequested(queue.Id, queue.Reason))
            : new IvrStep(position, [], new IvrKeepWaiting(queue.Id));

    private static bool Due(IvrWaitState state, Duration every) =>
        state.Before is not { } before || (long)(state.Waited / every) > (long)(before / every);

    private static IEnumerable<IvrUtterance> Announcement(IvrFlow flow, IvrPosition position, IvrWaitState state, IvrContext context)
    {
        if (flow.Waiting.Position is { } prompt && state.Position is { } place)
            yield return IvrVoice.Say(prompt, position.Language, flow, context, place);
        if (Callback(flow, context) is { } callback)
            yield return IvrVoice.Say(callback.Offer, position.Language, flow, context);
    }

    /// <summary>A masked number cannot be called back.</summary>
    private static IvrCallback? Callback(IvrFlow flow, IvrContext context) =>
        context.Caller == CallerKind.Masked ? null : flow.Waiting.Callback;
}
