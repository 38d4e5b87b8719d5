using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>What is to be done outside because a call moved from one telling to the next.</summary>
internal static class CallConsequences
{
    public static IEnumerable<CallEffect> Of(CallStory before, CallStory after, CallEvent happened)
    {
        if (after.CallerLeg is not { } caller)
            return [];
        return [.. OfAcceptance(before, after, caller), .. OfCommand(after, happened, caller), .. OfTransfers(before, after, happened, caller),
            .. OfAbsence(before, after, happened, caller), .. OfFarewell(before, after, caller), .. OfWishes(happened), .. OfTheEnd(before, after)];
    }

    private static IEnumerable<CallEffect> OfAcceptance(CallStory before, CallStory after, LegRef caller)
    {
        if (after.State == CallState.Connecting && before.State != CallState.Connecting)
            yield return new RedirectCaller(caller, new CallRoute(CallRouteKind.Join));
    }

    private static IEnumerable<CallEffect> OfCommand(CallStory after, CallEvent happened, LegRef caller)
    {
        if (happened is not AgentCommanded command || after.IsOver)
            return [];
        return command.Command switch
        {
            AgentCommand.Hold => [new HoldCaller(caller)],
            AgentCommand.Resume => [new ResumeCaller(caller)],
            AgentCommand.HangUp => [new EndLeg(caller)],
        };
    }

    private static IEnumerable<CallEffect> OfTransfers(CallStory before, CallStory after, CallEvent happened, LegRef caller)
    {
        if (happened is TransferRequested e)
        {
            var parks = e.TransferKind is TransferKind.Blind or TransferKind.Warm;
            if (parks && !after.CallerHeld)
                yield return new HoldCaller(caller);
            if (!parks && after.CallerHeld)
                yield return new ResumeCaller(caller);
            yield return new DialTarget(e.Transfer, new LegLabel(LegRole.Target, e.Ordinal), e.Number, e.TransferKind == TransferKind.Emergency, e.Ring);
        }
        if (happened is TransferCompleted done && after.State == CallState.HandedOver && after.Transfers.Find(t => t.Id == done.Transfer) is { } handed)
        {
            foreach (var effect in OfHandOver(after, handed, caller))
                yield return effect;
        }
        foreach (var now in after.Transfers)
        {
            var then = before.Transfers.FirstOrDefault(t => t.Id == now.Id);
            if (then is null || then.State == now.State)
                continue;
            foreach (var effect in OfTransferEnd(now, caller))
                yield return effect;
        }
    }

    private static IEnumerable<CallEffect> OfTransferEnd(Transfer transfer, LegRef caller)
    {
        if (transfer.IsOpen || transfer.State == TransferState.Bridged)
            yield break;
        if (transfer.Leg is { } target)
            yield return new EndLeg(target);
        if (transfer.ParksCaller && transfer.State != TransferState.AbandonedInTransfer)
            yield return new ResumeCaller(caller);
    }

    // The end flag moves to the target only once the caller is off hold, else the conference could end under her.
    private static IEnumerable<CallEffect> OfHandOver(CallStory after, Transfer transfer, LegRef caller)
    {
        yield return new ResumeCaller(caller);
        if (transfer.Leg is { } target)
            yield return new KeepConferenceWith(target);
        if (after.AgentLeg is { } agent)
            yield return new RemoveFromConference(agent);
    }

    private static IEnumerable<CallEffect> OfAbsence(CallStory before, CallStory after, CallEvent happened, LegRef caller)
    {
        if (after.State == CallState.AgentLost && before.State != CallState.AgentLost)
        {
            if (after.CallerHeld)
                yield return new ResumeCaller(caller);
            yield return new AnnounceToCaller(caller, new CallRoute(CallRouteKind.AgentBackSoon));
        }
        if (happened is AgentPhoneTried && after is { Agent: { } absent, AgentLegExpected: { } label })
            yield return new DialAgentPhone(absent, label);
        if (happened is AgentVanished && before.AgentLeg is { } ghost && after.AgentLeg is null)
            yield return new EndLeg(ghost);
        if (after.State == CallState.Queued && before.State is CallState.Connecting or CallState.AgentLost or CallState.Talking or CallState.OnHold)
        {
            if (before.AgentLeg is { } leg)
                yield return new EndLeg(leg);
            yield return new RedirectCaller(caller, new CallRoute(CallRouteKind.ConferenceLeft));
        }
    }

    // A target may hang up before the end flag reached her leg: the caller must not stay behind alone.
    private static IEnumerable<CallEffect> OfFarewell(CallStory before, CallStory after, LegRef caller)
    {
        if (IsLeftAlone(after) && !IsLeftAlone(before))
            yield return new RedirectCaller(caller, new CallRoute(CallRouteKind.ConferenceLeft));
    }

    private static bool IsLeftAlone(CallStory story) => story is { State: CallState.HandedOver, AgentPresent: false, TargetsGone: true, CallerLeftAt: null };

    private static IEnumerable<CallEffect> OfWishes(CallEvent happened) => happened switch
    {
        MessageRecorded { Recording: { } recording } e when e.Length > Duration.Zero => [new KeepMessage(recording, e.Length)],
        CallDirected { Direction: CallDirection.Callback } => [new PromiseCallback()],
        _ => [],
    };

    private static IEnumerable<CallEffect> OfTheEnd(CallStory before, CallStory after)
    {
        if (after.IsOver && !before.IsOver)
        {
            yield return new ReleaseSlotHolds();
            if (after.AgentLeg is { } agent)
                yield return new EndLeg(agent);
        }
        if (after is { State: CallState.Closed, EmergencyDeclared: true } && before.State != CallState.Closed)
            yield return new KeepWish();
        // Before the end there is nothing to meter; after it every fact may still sharpen a border.
        if (after.IsOver)
            yield return new MeterCall();
    }
}
