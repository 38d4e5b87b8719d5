using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>Decisions that follow from a fact by rule, without anybody asking. Their keys derive from the fact's, so a repeated fact implies them once.</summary>
internal static class CallImplications
{
    public static CallEvent? Of(CallStory before, CallStory after, CallEvent happened, CallContext context) => happened switch
    {
        EmergencyDialEnded e when e.Outcome != DialOutcome.Answered && e.Attempt >= context.Script.EmergencyNumbers.Count =>
            Direct(e, CallDirection.Queue, Urgency.Emergency, context),
        ConferenceLeft e when after.CallerLeftAt is null && InConference(after.State) => new CallRequeued($"{e.Key}>requeued", context.Now, after.Acceptances),
        _ => OfTransfer(before, after, happened, context),
    };

    private static CallDirected Direct(CallEvent because, CallDirection direction, Urgency urgency, CallContext context) =>
        new($"{because.Key}>directed", context.Now, direction, urgency, null, []);

    private static bool InConference(CallState state) =>
        state is CallState.Talking or CallState.OnHold or CallState.Consulting or CallState.AgentLost;

    private static CallEvent? OfTransfer(CallStory before, CallStory after, CallEvent happened, CallContext context)
    {
        if (after.Transfers.LastOrDefault() is not { } now || after.IsOver)
            return null;
        var then = before.Transfers.Find(t => t.Id == now.Id);
        if (now is { Kind: TransferKind.Blind, State: TransferState.Briefing } && happened is ParticipantJoined { Label.Role: LegRole.Target })
            return new TransferCompleted($"{happened.Key}>completed", context.Now, now.Id);
        if (now.Kind == TransferKind.Emergency && then is { IsOpen: true } && !now.IsOpen && now.State != TransferState.Bridged)
            return NextEmergencyNumber(after, now, happened, context);
        return null;
    }

    // The caller of an emergency is never left to a ringing tone that nobody answers: 15, then 112, then whom the practice names. What was tried in
    // an earlier emergency of the same call is tried again.
    private static TransferRequested? NextEmergencyNumber(CallStory story, Transfer failed, CallEvent happened, CallContext context)
    {
        var numbers = context.Script.EmergencyNumbers;
        var tried = story.Transfers.Reverse().TakeWhile(t => t is { Kind: TransferKind.Emergency, State: not TransferState.Bridged }).Select(t => t.Number).ToHashSet();
        return numbers.FirstOrDefault(n => !tried.Contains(n)) is { } next
            ? new TransferRequested($"{happened.Key}>next", context.Now, new TransferId(context.NewId()), failed.Ordinal + 1, TransferKind.Emergency, next, next)
            : null;
    }
}
