using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>What a caller hears on arriving at a node: says and branches are passed through until one listens or leaves.</summary>
internal static class IvrArrival
{
    /// <summary>After a prompt that needs no answer: just long enough for the emergency key.</summary>
    public static readonly Duration Breath = Duration.FromSeconds(1);

    public static IvrStep At(IvrFlow flow, IvrContext context, IvrPosition position, IReadOnlyList<IvrUtterance> said)
    {
        var node = flow.Nodes[position.Node];
        return node switch
        {
            SayNode say => At(flow, context, Next(flow, position, say, new(IvrTriggerKind.Next)), [.. said, Say(flow, context, position, say.Prompt)]),
            BranchNode branch => At(flow, context, Next(flow, position, branch, Turn(branch, flow, context)), said),
            MenuNode menu => Ask(flow, context, position, menu, said),
            EmergencyNode emergency => Leave(flow, context, position, emergency, [Say(flow, context, position, emergency.Prompt)]),
            QueueNode queue => Announce(flow, context, position, queue, null, said),
            DialNode dial => Announce(flow, context, position, dial, dial.Prompt, said),
            VoicemailNode voicemail => Announce(flow, context, position, voicemail, voicemail.Prompt, said),
            HangUpNode end => Announce(flow, context, position, end, end.Prompt, said),
            _ => throw new InvalidOperationException($"A flow has no nodes of type {node.GetType().Name}."),
        };
    }

    public static IvrStep Ask(IvrFlow flow, IvrContext context, IvrPosition position, MenuNode menu, IReadOnlyList<IvrUtterance> said)
    {
        var speech = menu.Speech && !position.SpeechMissed;
        IReadOnlyList<string> hints = speech ? [.. menu.Choices.SelectMany(c => c.Phrases.GetValueOrDefault(position.Language, []))] : [];
        return new IvrStep(
            position,
            [.. said, Say(flow, context, position, menu.Prompt)],
            new IvrAsk([.. menu.Choices.Select(c => c.Key), flow.EmergencyKey], speech, hints, menu.Timeout));
    }

    /// <summary>The node's prompt has been heard: the call leaves the dialogue.</summary>
    public static IvrStep Enter(IvrFlow flow, IvrContext context, IvrPosition position, IvrNode node) => Leave(flow, context, position, node, []);

    /// <summary>Says what is to be said before leaving, in such a way that the emergency key still works.</summary>
    private static IvrStep Announce(
        IvrFlow flow, IvrContext context, IvrPosition position, IvrNode node, IvrPrompt? prompt, IReadOnlyList<IvrUtterance> said)
    {
        IReadOnlyList<IvrUtterance> prompts = prompt is null ? said : [.. said, Say(flow, context, position, prompt)];
        return prompts.Count == 0
            ? Leave(flow, context, position, node, [])
            : new IvrStep(position, prompts, new IvrAsk([flow.EmergencyKey], false, [], Breath));
    }

    private static IvrStep Leave(IvrFlow flow, IvrContext context, IvrPosition position, IvrNode node, IReadOnlyList<IvrUtterance> prompts) =>
        new(position with { Entered = true }, prompts, Exit(node, position, flow));

    private static IvrExit Exit(IvrNode node, IvrPosition position, IvrFlow flow) => node switch
    {
        QueueNode queue => new IvrEnqueue(queue.Id, queue.Reason, queue.Urgency, queue.Skills, position.Language, queue.MaxWait),
        DialNode dial => new IvrDial(dial.Id, dial.Target),
        VoicemailNode voicemail => new IvrTakeMessage(voicemail.Id, voicemail.Reason, voicemail.Urgency, voicemail.MaxLength),
        HangUpNode end => new IvrGoodbye(end.Id),
        EmergencyNode emergency => new IvrEmergency(emergency.Id),
        _ => throw new InvalidOperationException($"A call does not leave {flow.Version} at '{node.Id}'."),
    };

    private static IvrPosition Next(IvrFlow flow, IvrPosition position, IvrNode node, IvrTrigger trigger)
    {
        var machine = IvrMachine.At(flow, node);
        machine.Fire(trigger);
        return position with { Node = machine.State, Misses = 0 };
    }

    private static IvrTrigger Turn(BranchNode branch, IvrFlow flow, IvrContext context)
    {
        var hours = context.HoursOf(flow).At(context.Now);
        for (var i = 0; i < branch.Cases.Count; i++)
        {
            if (branch.Cases[i].Holds(hours, context.Caller))
                return new IvrTrigger(IvrTriggerKind.Case, Case: i);
        }

        return new IvrTrigger(IvrTriggerKind.Next);
    }

    private static IvrSay Say(IvrFlow flow, IvrContext context, IvrPosition position, IvrPrompt prompt) =>
        IvrVoice.Say(prompt, position.Language, flow, context);
}
