using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>Decisions that follow from a fact by rule, without anybody asking. Their keys derive from the fact's, so a repeated fact implies them once.</summary>
internal static class CallImplications
{
    public static CallEvent? Of(CallStory before, CallStory after, CallEvent happened, CallContext context) => happened switch
    {
        EmergencyDialEnded e when !DialAttempts.IsTaken(after, e, context.Script) && e.Attempt >= context.Script.EmergencyAttempts.Count =>
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
        if (now is { Kind: TransferKind.Blind, State: TransferState.Briefing }
            && happened is ParticipantJoined { Label: { Role: LegRole.Target, Ordinal: var ordinal } } && ordinal == now.Ordinal)
            return new TransferCompleted($"{happened.Key}>completed", context.Now, now.Id);
        if (!now.ParksCaller && then is { IsOpen: true } && now.State is TransferState.Rejected or TransferState.Busy or TransferState.NoAnswer
            or TransferState.Failed or TransferState.TargetLeft)
            return NextAttempt(after, happened, context);
        return null;
    }

    // The caller is never left to a ringing tone that nobody answers: 15, then 112, then whom the practice names; or the doctor on call, the
    // practice's line, and then the 15.
    private static TransferRequested? NextAttempt(CallStory story, CallEvent happened, CallContext context)
    {
        var chain = story.Chain;
        var attempts = chain[0].Kind == TransferKind.Doctor ? context.Script.DoctorAttempts : context.Script.EmergencyAttempts;
        if (attempts.FirstOrDefault(t => chain.All(c => c.Number != t.Number)) is not { } next)
            return null;
        var kind = chain[0].Kind == TransferKind.Doctor && next.AsksForKey ? TransferKind.Doctor : TransferKind.Emergency;
        return new TransferRequested($"{happened.Key}>next", context.Now, new TransferId(context.NewId()), story.Transfers.Max(t => t.Ordinal) + 1, kind,
            next.Number, next.Name, chain[^1].Attempt + 1, next.Ring);
    }
}
