using System.Globalization;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// What a party hears next, once the call's story is told with its request in it. Whatever the state, the answer leads somewhere: to a
/// human, a message, an emergency number or a spoken end.
/// </summary>
internal static class CallDialogue
{
    public static IReadOnlyList<CallInstruction> Answer(CallStory story, CallEvent asked, CallScript script)
    {
        var say = new Speaker(CallSentences.For(script.Language));
        return asked switch
        {
            WaitRequested e => Wait(story, e.Position, script, say),
            WaitKeyPressed => story.State is CallState.InEmergency or CallState.LeavingMessage ? [new LeaveQueue()] : [new GoTo(new CallRoute(CallRouteKind.Wait))],
            QueueLeft e => AfterQueue(story, e, script, say),
            JoinRequested => Join(story, say),
            ConferenceLeft => AfterConference(story, say),
            MessageRecorded e => AfterMessage(e, say),
            EmergencyDialEnded e => AfterEmergency(e, script, say),
            AgentLegStarted e => AgentIn(story, e, say),
            TargetAnswered e => Target(story, e.Transfer, script, say),
            TargetKeyPressed e => TargetKey(story, e, say),
            _ => [],
        };
    }

    /// <summary>Into the queue, a message or an emergency call, as just decided.</summary>
    public static IReadOnlyList<CallInstruction> Into(CallDirection direction, CallScript script)
    {
        var say = new Speaker(CallSentences.For(script.Language));
        return direction switch
        {
            CallDirection.Queue => [new EnterQueue()],
            CallDirection.Message => Message(say),
            CallDirection.Emergency => Emergency(1, script, say),
            CallDirection.Callback or CallDirection.Divert => [],
        };
    }

    private static IReadOnlyList<CallInstruction> Wait(CallStory story, int? position, CallScript script, Speaker say)
    {
        List<CallInstruction> heard = [];
        if (story.State is CallState.Queued or CallState.Offered)
        {
            heard.Add(position is > 1 ? say.With(s => s.Position, position.Value) : say.That(s => s.FirstInLine));
            heard.AddRange(script.WaitPrompts);
        }
        else if (story.State is CallState.Connecting)
            heard.Add(say.That(s => s.ConnectingToAgent));
        else
            heard.Add(say.That(s => s.StillHere));
        heard.Add(new Play(Play.HoldMusic));
        return
        [
            new Gather(heard, Speech: false, KeyCount: 1, Duration.FromSeconds(1), [], script.Language, new CallRoute(CallRouteKind.WaitKey)),
            new GoTo(new CallRoute(CallRouteKind.Wait)),
        ];
    }

    private static IReadOnlyList<CallInstruction> AfterQueue(CallStory story, QueueLeft left, CallScript script, Speaker say) => left.Exit switch
    {
        QueueExit.HungUp or QueueExit.Redirected => [],
        QueueExit.Refused => [say.That(s => s.Sorry), .. Message(say)],
        QueueExit.Left => story.State switch
        {
            CallState.InEmergency => Emergency(1, script, say),
            CallState.LeavingMessage => Message(say),
            _ => [new EnterQueue()],
        },
    };

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

    private static IReadOnlyList<CallInstruction> Message(Speaker say) =>
        [say.That(s => s.LeaveMessage), new RecordMessage(CallScript.LongestMessage, new CallRoute(CallRouteKind.MessageRecorded)), say.That(s => s.NothingHeard), new HangUp()];

    private static IReadOnlyList<CallInstruction> AfterMessage(MessageRecorded recorded, Speaker say) =>
        recorded.Recording is null || recorded.Length == Duration.Zero
            ? [say.That(s => s.NothingHeard), new HangUp()]
            : [say.That(s => s.MessageKept), new HangUp()];

    private static IReadOnlyList<CallInstruction> Emergency(int attempt, CallScript script, Speaker say) =>
    [
        say.That(s => attempt == 1 ? s.EmergencyNow : s.EmergencyNext),
        new DialEmergency(script.EmergencyNumbers[attempt - 1], CallScript.EmergencyRing,
            new CallRoute(CallRouteKind.EmergencyDialEnded, attempt.ToString(CultureInfo.InvariantCulture))),
    ];

    private static IReadOnlyList<CallInstruction> AfterEmergency(EmergencyDialEnded ended, CallScript script, Speaker say) =>
        ended.Outcome == DialOutcome.Answered ? [new HangUp()]
        : ended.Attempt < script.EmergencyNumbers.Count ? Emergency(ended.Attempt + 1, script, say)
        : [say.That(s => s.EmergencyToAgent), new EnterQueue()];

    private static IReadOnlyList<CallInstruction> AgentIn(CallStory story, AgentLegStarted started, Speaker say) =>
        story.AgentLeg == started.Leg && !story.IsOver
            ? [new JoinConference(started.Label, Starts: true, Ends: false, Left: null)]
            : [say.That(s => s.CallIsOver), new HangUp()];

    private static IReadOnlyList<CallInstruction> Target(CallStory story, TransferId id, CallScript script, Speaker say) =>
        story.Transfers.Find(t => t.Id == id) switch
        {
            { IsOpen: true, Kind: TransferKind.Emergency } emergency when !story.IsOver => [JoinAsTarget(emergency)],
            { IsOpen: true } when !story.IsOver =>
            [
                new Gather([say.With(s => s.TransferBrief, script.PracticeName), new Pause(Duration.FromSeconds(2)), say.With(s => s.TransferBrief, script.PracticeName)],
                    Speech: false, KeyCount: 1, Duration.FromSeconds(8), [], script.Language, new CallRoute(CallRouteKind.TargetKey, id.ToString())),
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
