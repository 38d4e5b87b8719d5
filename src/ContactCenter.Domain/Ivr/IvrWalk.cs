using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>
/// Walks a call through its flow, one input at a time. Pure: the same flow, position, input and context give the same step, so a
/// call can be replayed from its events. Every walk ends: each input is counted, and a call that has used them up goes to the
/// flow's <see cref="IvrFlow.GiveUp"/>.
/// </summary>
public static class IvrWalk
{
    /// <summary>The first thing a caller hears.</summary>
    public static IvrStep Start(IvrFlow flow, IvrContext context) =>
        IvrArrival.At(flow, context, new IvrPosition(flow.Entry, flow.Languages[0]), []);

    /// <summary>What follows an input at the position where the last step left the call.</summary>
    public static IvrStep Continue(IvrFlow flow, IvrPosition position, IvrInput input, IvrContext context)
    {
        var node = flow.Nodes[position.Node];
        position = position with { Inputs = position.Inputs + 1, Trace = Trace(position.Trace, input) };
        if (input is IvrKeys { Keys: var keys } && keys.Contains(flow.EmergencyKey, StringComparison.Ordinal) && node is not EmergencyNode)
            return Move(flow, context, position, node, new(IvrTriggerKind.Emergency));
        if (position.Entered)
            return AfterEntering(flow, context, position, node, input);
        if (node is not MenuNode menu)
            return IvrArrival.Enter(flow, context, position, node);
        if (position.Inputs > flow.MaxInputs)
            return Move(flow, context, position, node, new(IvrTriggerKind.GiveUp));
        return Answer(flow, context, position, menu, input);
    }

    /// <summary>What a caller in the queue hears next; asked again whenever the last of it has ended.</summary>
    public static IvrStep Wait(IvrFlow flow, IvrPosition position, IvrWaitState state, IvrContext context) =>
        IvrQueueing.Hear(flow, position, state, context);

    private static IvrStep Answer(IvrFlow flow, IvrContext context, IvrPosition position, MenuNode menu, IvrInput input)
    {
        if (IvrAnswers.Choose(menu, position, input) is not { } choice)
            return Miss(flow, context, position, menu, input);
        return Move(flow, context, position with { Language = choice.SwitchTo ?? position.Language }, menu, new(IvrTriggerKind.Key, choice.Key));
    }

    private static IvrStep Miss(IvrFlow flow, IvrContext context, IvrPosition position, MenuNode menu, IvrInput input)
    {
        var silent = input is not (IvrKeys or IvrSpeech);
        var miss = silent ? menu.Silence : menu.WrongKey;
        position = position with { Misses = position.Misses + 1, SpeechMissed = position.SpeechMissed || input is IvrSpeech };
        if (position.Misses > miss.Times)
            return Move(flow, context, position, menu, new(silent ? IvrTriggerKind.Silence : IvrTriggerKind.WrongKey));
        IReadOnlyList<IvrUtterance> apology = miss.Prompt is null ? [] : [IvrVoice.Say(miss.Prompt, position.Language, flow, context)];
        return IvrArrival.Ask(flow, context, position, menu, apology);
    }

    /// <summary>The call is in the queue, the voicemail or the dial that the node stands for.</summary>
    private static IvrStep AfterEntering(IvrFlow flow, IvrContext context, IvrPosition position, IvrNode node, IvrInput input) => (node, input) switch
    {
        (QueueNode or DialNode, IvrUnanswered) => Move(flow, context, position, node, new(IvrTriggerKind.Unanswered)),
        (VoicemailNode, IvrRecorded) => Move(flow, context, position, node, new(IvrTriggerKind.Recorded)),
        (QueueNode queue, IvrKeys keys) => IvrQueueing.Press(flow, context, position, queue, keys),
        (QueueNode queue, _) => new IvrStep(position, [], new IvrKeepWaiting(queue.Id)),
        _ => IvrArrival.Enter(flow, context, position, node),
    };

    private static IvrStep Move(IvrFlow flow, IvrContext context, IvrPosition position, IvrNode node, IvrTrigger trigger)
    {
        var machine = IvrMachine.At(flow, node);
        machine.Fire(trigger);
        return IvrArrival.At(flow, context, position with { Node = machine.State, Misses = 0, Entered = false }, []);
    }

    private static string Trace(string trace, IvrInput input) => trace.Length >= 40 ? trace : trace + input switch
    {
        IvrKeys { Keys: var keys } => keys[..Math.Min(keys.Length, 4)],
        IvrSpeech => "~",
        IvrSilence => ".",
        _ => "",
    };
}
