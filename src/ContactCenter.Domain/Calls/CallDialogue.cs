using System.Globalization;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// What a party hears next, once the call's story is told with its request in it. Whatever the state, the answer leads somewhere: to a
/// human, a message, an emergency number or a spoken end.
/// </summary>
internal static class CallDialogue
{
    public static IReadOnlyList<CallInstruction> Answer(CallStory story, CallEvent asked, CallContext context)
    {
        var say = new Speaker(CallSentences.For(context.Language));
        return asked switch
        {
            InputHeard => story.IsOver ? [new HangUp()] : Resume(story, context, say),
            WaitRequested => Wait(story, context, say),
            WaitKeyPressed => [new GoTo(new CallRoute(CallRouteKind.Wait))],
            QueueLeft { Exit: QueueExit.Left } => IvrTurn.AfterQueue(context),
            QueueLeft => [],
            JoinRequested => Join(story, say),
            ConferenceLeft => AfterConference(story, say),
            MessageRecorded => [say.That(s => s.Goodbye), new HangUp()],
            EmergencyDialEnded e => AfterEmergency(story, e, context, say),
            DiversionEnded e => AfterDiversion(story, e, context, say),
            AgentLegStarted e => AgentIn(story, e, say),
            TargetAnswered e => Target(story, e.Transfer, context, say),
            TargetKeyPressed e => TargetKey(story, e, say),
            _ => [],
        };
    }

    public static List<CallInstruction> Emergency(int attempt, CallContext context)
    {
        var say = new Speaker(CallSentences.For(context.Language));
        return
        [
            say.That(s => attempt == 1 ? s.EmergencyNow : s.EmergencyNext),
            DialAttempts.Dial(context.Script.EmergencyAttempts[attempt - 1], DialWay.Emergency, attempt, context),
        ];
    }

    // An answer that came too late for its question: the caller goes on where she is.
    private static IReadOnlyList<CallInstruction> Resume(CallStory story, CallContext context, Speaker say) => story.State switch
    {
        CallState.InIvr or CallState.Waiting or CallState.Queued or CallState.Offered => [new EnterQueue()],
        CallState.InEmergency or CallState.LeavingMessage or CallState.Diverted => IvrTurn.AfterQueue(context),
        _ => Join(story, say),
    };

    // In the queue, and not waiting any more: an agent is on her way in, or the caller is on her way out.
    private static IReadOnlyList<CallInstruction> Wait(CallStory story, CallContext context, Speaker say) =>
        story.State is CallState.InEmergency or CallState.LeavingMessage or CallState.Diverted
            ? [new LeaveQueue()]
            :
            [
                new Gather([say.That(s => story.State == CallState.Connecting ? s.ConnectingToAgent : s.StillHere), new Play(Play.HoldMusic)],
                    Speech: false, KeyCount: 1, Duration.FromSeconds(1), [], context.Language, new CallRoute(CallRouteKind.WaitKey)),
            ];

    private static IReadOnlyList<CallInstruction> Join(CallStory story, Speaker say) => story.State switch
    {
        CallState.InIvr or CallState.Waiting or CallState.Queued or CallState.Offered => [new EnterQueue()],
        CallState.WrapUp or CallState.Closed => [say.That(s => s.CallIsOver), new HangUp()],
        _ => [new JoinConference(LegLabel.Caller(story.CallerJoins + 1), Starts: false, Ends: true, new CallRoute(CallRouteKind.ConferenceLeft))],
    };

    private static IReadOnlyList<CallInstruction> AfterConference(CallStory story, Speaker say) => story.State switch
    {
        CallState.Queued or CallState.Offered => [say.That(s => s.BackInLine), new EnterQueue()],
        CallState.Connecting => [new JoinConference(LegLabel.Caller(story.CallerJoins + 1), Starts: false, Ends: true, new CallRoute(CallRouteKind.ConferenceLeft))],
        _ => [say.That(s => s.Goodbye), new HangUp()],
    };

    private static List<CallInstruction> AfterEmergency(CallStory story, EmergencyDialEnded ended, CallContext context, Speaker say) =>
        DialAttempts.IsTaken(story, ended, context.Script) ? [new HangUp()]
        : ended.Attempt < context.Script.EmergencyAttempts.Count ? Emergency(ended.Attempt + 1, context)
        : [say.That(s => s.EmergencyToAgent), new EnterQueue()];

    private static List<CallInstruction> AfterDiversion(CallStory story, DiversionEnded ended, CallContext context, Speaker say) =>
        !DialAttempts.IsTaken(story, ended, context.Script) && IvrTurn.Diversions(context).ElementAtOrDefault(ended.Attempt) is { } next
            ? [say.That(s => s.NextNumber), DialAttempts.Dial(next, DialWay.Diversion, ended.Attempt + 1, context)]
            : [say.That(s => s.Goodbye), new HangUp()];

    private static IReadOnlyList<CallInstruction> AgentIn(CallStory story, AgentLegStarted started, Speaker say) =>
        story.AgentLeg == started.Leg && !story.IsOver
            ? [new JoinConference(started.Label, Starts: true, Ends: false, Left: null)]
            : [say.That(s => s.CallIsOver), new HangUp()];

    private static IReadOnlyList<CallInstruction> Target(CallStory story, TransferId id, CallContext context, Speaker say) =>
        story.Transfers.Find(t => t.Id == id) switch
        {
            { IsOpen: true, AsksForKey: false } emergency when !story.IsOver => [JoinAsTarget(emergency)],
            { IsOpen: true } when !story.IsOver =>
            [
                new Gather([say.With(s => s.TransferBrief, context.Script.PracticeName), new Pause(Duration.FromSeconds(2)), say.With(s => s.TransferBrief, context.Script.PracticeName)],
                    Speech: false, KeyCount: 1, Duration.FromSeconds(8), [], context.Language, new CallRoute(CallRouteKind.TargetKey, id.ToString())),
            ],
            _ => [say.That(s => s.CallIsOver), new HangUp()],
        };

    private static IReadOnlyList<CallInstruction> TargetKey(CallStory story, TargetKeyPressed pressed, Speaker say) =>
        story.Transfers.Find(t => t.Id == pressed.Transfer) is { State: TransferState.Briefing or TransferState.Bridged } accepted && !story.IsOver
            ? [JoinAsTarget(accepted)]
            : [say.That(s => s.TransferRefused), new HangUp()];

    private static JoinConference JoinAsTarget(Transfer transfer) =>
        new(new LegLabel(LegRole.Target, transfer.Ordinal), Starts: true, Ends: false, Left: null);

    private readonly struct Speaker(CallSentences sentences)
    {
        public Say That(Func<CallSentences, string> which) => new(which(sentences), sentences.Language);

        public Say With(Func<CallSentences, string> which, object value) =>
            new(string.Format(CultureInfo.InvariantCulture, which(sentences), value), sentences.Language);
    }
}
