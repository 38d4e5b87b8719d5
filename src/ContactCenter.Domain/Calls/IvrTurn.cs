using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>One turn of the scripted dialogue: what the caller hears, where she stands now, and where she is sent, if anywhere.</summary>
internal sealed record IvrTurn(IReadOnlyList<CallInstruction> Instructions, IvrPosition Position, CallDirected? Directed)
{
    /// <summary>The turn that an event takes in the dialogue, or null when it is none of the dialogue's business.</summary>
    public static IvrTurn? Take(CallStory story, CallEvent happened, IReadOnlyCollection<CallEvent> before, CallContext context)
    {
        var flow = context.Script.Flow;
        if (happened is CallArrived { Callback: { } place } && context.Position is { } kept)
            return new IvrTurn([new EnterQueue()], kept, new CallDirected($"{happened.Key}>directed", context.Now, CallDirection.Queue, place.Urgency, place.Reason, place.Skills));
        if (happened is CallArrived)
            return Of(IvrWalk.Start(flow, context.Ivr), happened, false, context);
        if (context.Position is not { } position || story.CallerLeftAt is not null)
            return null;
        var queued = story.State is CallState.Queued or CallState.Offered;
        return happened switch
        {
            // Whom nobody answered is asked on in the dialogue while the call still counts as put through.
            InputHeard e when story.State == CallState.InIvr || (story.State == CallState.Diverted && e.Node == position.Node) => Continue(Heard(e), false),
            WaitRequested e when queued => Wait(e),
            WaitKeyPressed e when queued => Continue(e.Keys is { Length: > 0 } keys ? new IvrKeys(keys) : new IvrSilence(), true),
            QueueLeft { Exit: QueueExit.Refused } => Continue(new IvrUnanswered(), false),
            DiversionEnded { Outcome: not DialOutcome.Answered } => Continue(new IvrUnanswered(), false),
            MessageRecorded { Keys: { } keys } when keys.Contains(flow.EmergencyKey, StringComparison.Ordinal) => Continue(new IvrKeys(keys), false),
            MessageRecorded => Continue(new IvrRecorded(), false),
            _ => null,
        };

        IvrTurn Continue(IvrInput input, bool inQueue) => Of(IvrWalk.Continue(flow, position, input, context.Ivr), happened, inQueue, context);

        IvrTurn Wait(WaitRequested asked)
        {
            // Who was called back keeps her place, but her patience begins anew.
            var since = before.OfType<CallArrived>().FirstOrDefault(a => a.Callback is not null)?.At ?? story.QueuedAt ?? asked.At;
            var longest = flow.Nodes[position.Node] is QueueNode node ? node.MaxWait : Duration.MaxValue;
            if (story.State == CallState.Queued && asked.At - since > longest)
                return Continue(new IvrUnanswered(), true);
            var last = before.OfType<WaitRequested>().Select(w => (Instant?)w.At).Max();
            return Of(IvrWalk.Wait(flow, position, new IvrWaitState(asked.Position, asked.At - since, last - since), context.Ivr), happened, true, context);
        }
    }

    /// <summary>What a caller hears who left the vendor's queue for where the dialogue had sent her.</summary>
    public static IReadOnlyList<CallInstruction> AfterQueue(CallContext context) =>
        context.Position is { } position ? Leaving(context.Script.Flow.Nodes[position.Node], context) : [new EnterQueue()];

    private static IvrInput Heard(InputHeard e) =>
        e.Keys is { Length: > 0 } keys ? new IvrKeys(keys) : e.Speech is { Length: > 0 } words ? new IvrSpeech(words) : new IvrSilence();

    private static IvrTurn Of(IvrStep step, CallEvent happened, bool inQueue, CallContext context)
    {
        var heard = step.Prompts.Select(Utter).ToList();
        context = context with { Position = step.Position };
        var node = context.Script.Flow.Nodes[step.Position.Node];
        return step.Next switch
        {
            IvrAsk ask => new IvrTurn([Listen(ask, heard, step.Position, inQueue)], step.Position, null),
            IvrKeepWaiting => new IvrTurn([.. heard, new GoTo(new CallRoute(CallRouteKind.Wait))], step.Position, null),
            IvrGoodbye => new IvrTurn([.. heard, new HangUp()], step.Position, null),
            IvrCallbackRequested e => Send(CallDirection.Callback, Urgency.Routine, e.Reason, [], [.. heard, new HangUp()]),
            IvrEnqueue e when inQueue => Send(CallDirection.Queue, e.Urgency, e.Reason, e.Skills, [.. heard, new GoTo(new CallRoute(CallRouteKind.Wait))]),
            IvrEnqueue e => Send(CallDirection.Queue, e.Urgency, e.Reason, e.Skills, [.. heard, .. Leaving(node, context)]),
            IvrTakeMessage e => Send(CallDirection.Message, e.Urgency, e.Reason, [], Out()),
            IvrDial e when context.Script.Targets.ContainsKey(e.Target) => Send(CallDirection.Divert, Urgency.Routine, null, [], Out()),
            IvrDial => Of(IvrWalk.Continue(context.Script.Flow, step.Position, new IvrUnanswered(), context.Ivr), happened, inQueue, context),
            IvrEmergency => Send(CallDirection.Emergency, Urgency.Emergency, null, [], Out()),
            _ => throw new InvalidOperationException($"The dialogue ends in no known way: {step.Next.GetType().Name}."),
        };

        // A wait document can only speak, listen and leave: what needs more happens once the caller is out of the queue.
        List<CallInstruction> Out() => inQueue ? [.. heard, new LeaveQueue()] : [.. heard, .. Leaving(node, context)];

        IvrTurn Send(CallDirection direction, Urgency urgency, string? reason, IReadOnlyList<string> skills, List<CallInstruction> instructions) =>
            new(instructions, step.Position, new CallDirected($"{happened.Key}>directed", context.Now, direction, urgency, reason, skills));
    }

    private static List<CallInstruction> Leaving(IvrNode node, CallContext context) => node switch
    {
        QueueNode => [new EnterQueue()],
        VoicemailNode voicemail => [new RecordMessage(voicemail.MaxLength, new CallRoute(CallRouteKind.MessageRecorded))],
        DialNode dial when context.Script.Targets.TryGetValue(dial.Target, out var number) =>
            [new DialOut(number, CallScript.DiversionRing, new CallRoute(CallRouteKind.DiversionEnded))],
        EmergencyNode => CallDialogue.Emergency(1, context),
        _ => [new EnterQueue()],
    };

    private static Gather Listen(IvrAsk ask, List<CallInstruction> heard, IvrPosition position, bool inQueue) =>
        new(heard, ask.Speech, KeyCount: 1, ask.Timeout, ask.Hints, position.Language.Tag(),
            inQueue ? new CallRoute(CallRouteKind.WaitKey) : new CallRoute(CallRouteKind.Input, position.Node));

    private static CallInstruction Utter(IvrUtterance utterance) => utterance switch
    {
        IvrSay { Recording: { } recording } say => new Play(recording, new Say(say.Text, say.Language.Tag())),
        IvrSay say => new Say(say.Text, say.Language.Tag()),
        IvrMusic music => new Play(music.Name),
        _ => throw new InvalidOperationException($"Nothing is known of saying {utterance.GetType().Name}."),
    };
}
