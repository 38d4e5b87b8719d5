using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Triage;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>
/// Generates whole calls: dialogue, messages, promised and kept callbacks, diversions, emergencies, offers, talk, holds, lost and vanished agents,
/// conferences that fail, transfers with every outcome, hang-ups anywhere, ends that only the vendor's records tell.
/// </summary>
internal static class CallHistories
{
    private static readonly Gen<double> Seconds = Gen.Frequency((1, Gen.Int[0, 900]), (2, Gen.Int[1_001, 90_000])).Select(ms => ms / 1000d);

    public static Gen<CallHistory> Any { get; } = From(Instant.FromUtc(2026, 10, 24, 23, 30), 7_200_000);

    /// <summary>Calls that ring within so many milliseconds from an instant on.</summary>
    public static Gen<CallHistory> From(Instant start, int milliseconds) =>
        from seed in Gen.Int[0, int.MaxValue - 1]
        from pauses in Seconds.Array[64]
        select Write(new Random(seed), pauses, start, milliseconds);

    private static CallHistory Write(Random chance, double[] pauses, Instant start, int milliseconds)
    {
        var at = 0;
        double Pause() => pauses[at++ % pauses.Length];
        var call = new CallHistory(start.Plus(Duration.FromMilliseconds(chance.Next(milliseconds)))) { AnswersTell = chance.Next(2) == 0 };
        call.Arrives(chance.Next(12) == 0 ? new CallbackPlace(new CallId(new Guid(9, 9, 9, new byte[8])), call.Now - Duration.FromMinutes(7), Urgency.Elevated, "rdv", []) : null).After(Pause());
        if (BeforeTheQueue(call, chance, Pause))
            return call;
        call.Queues().After(Pause());
        for (var refused = chance.Next(3); refused > 0; refused--)
            call.Offers(NewAgent(chance)).After(Pause()).Lapses((OfferState)chance.Next(2, 5)).After(Pause());
        switch (chance.Next(12))
        {
            case 0:
                return call.QueueHungUp().CallerHangsUp(false);
            case 1:
                return Emergency(call, chance, Pause) ? call : Conversation(call.After(Pause()), chance, Pause);
            case 2:
                return call.Directed(CallDirection.Message, SegmentKind.Message).After(Pause()).LeavesMessage(chance.Next(40)).CallerHangsUp(false);
            default:
                return Conversation(call, chance, Pause);
        }
    }

    /// <summary>What can happen to a caller in the dialogue; true when it ended the call.</summary>
    private static bool BeforeTheQueue(CallHistory call, Random chance, Func<double> pause)
    {
        switch (chance.Next(16))
        {
            case 0:
                call.CallerHangsUp(false);
                return true;
            case 1:
                call.Directed(CallDirection.Message, SegmentKind.Message).After(pause()).LeavesMessage(chance.Next(40)).After(pause()).CallerHangsUp(false);
                return true;
            case 2:
                call.Directed(CallDirection.Callback, SegmentKind.Waiting).After(pause()).CallerHangsUp(false);
                return true;
            case 3:
                call.Directed(CallDirection.Divert, SegmentKind.Transferred).After(pause()).DiversionEnds(DialOutcome.Answered).CallerHangsUp(false);
                return true;
            case 4:
                call.Directed(CallDirection.Divert, SegmentKind.Transferred).After(pause()).DiversionEnds(DialOutcome.NoAnswer);
                return false;
            case 5:
                return Emergency(call, chance, pause);
            default:
                return false;
        }
    }

    /// <summary>From the caller's own leg to 15, to 112, and to an agent when neither answers.</summary>
    private static bool Emergency(CallHistory call, Random chance, Func<double> pause)
    {
        call.Directed(CallDirection.Emergency, SegmentKind.Emergency).After(pause());
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var outcome = chance.Next(3) == 0 ? DialOutcome.Answered : (DialOutcome)chance.Next(1, 5);
            call.EmergencyDialEnds(attempt, outcome, isLast: attempt == 2).After(pause());
            if (outcome != DialOutcome.Answered)
                continue;
            call.CallerHangsUp(false);
            return true;
        }
        return false;
    }

    private static CallHistory Conversation(CallHistory call, Random chance, Func<double> pause)
    {
        Answer(call, chance, pause);
        for (var turns = chance.Next(6); turns > 0; turns--)
        {
            if (Turn(call, chance, pause))
                return Afterwards(call, chance);
        }
        return Afterwards(End(call.After(pause()), chance, pause), chance);
    }

    private static void Answer(CallHistory call, Random chance, Func<double> pause)
    {
        call.Offers(NewAgent(chance)).After(pause()).Accepts().After(pause()).CallerJoins();
        if (chance.Next(2) == 0)
            call.After(pause());
        call.AgentJoins().After(pause());
    }

    /// <summary>One thing that happens in a conversation; true when it ended the call.</summary>
    private static bool Turn(CallHistory call, Random chance, Func<double> pause)
    {
        switch (chance.Next(10))
        {
            case 0:
                Hold(call, chance, pause);
                return false;
            case 1:
                call.AgentDrops().After(pause()).AgentJoins().After(pause());
                return false;
            case 2:
                call.AgentDrops().After(pause()).Requeued().After(pause());
                Answer(call, chance, pause);
                return false;
            case 3:
                return Vanish(call, chance, pause);
            case 4:
                call.ConferenceFails().After(pause());
                Answer(call, chance, pause);
                return false;
            case 5:
                return EmergencyTransfer(call, chance, pause);
            case 6:
                return FailedTransfer(call, chance, pause);
            case 7:
                var blind = call.Transfers(TransferKind.Blind);
                call.Held(SegmentKind.Consult).TargetProgress(LegProgress.Ringing, 1).After(pause()).TargetPresses(blind, TransferAcceptance.Key).TargetTakesOver(blind).After(pause());
                return WithTarget(call, chance, pause);
            case 8:
                call.Transfers(TransferKind.Doctor);
                call.TargetProgress(LegProgress.Ringing, 1).After(pause()).TargetProgress(chance.Next(2) == 0 ? LegProgress.NoAnswer : LegProgress.Busy, 2).After(pause());
                return false;
            default:
                var warm = call.Transfers(TransferKind.Warm);
                call.Held(SegmentKind.Consult).TargetProgress(LegProgress.Ringing, 1).After(pause()).TargetPresses(warm, TransferAcceptance.Key).TargetJoins().After(pause());
                call.HandsOver(warm).After(pause());
                return WithTarget(call, chance, pause);
        }
    }

    private static void Hold(CallHistory call, Random chance, Func<double> pause)
    {
        // Nobody at the console can park a caller in an emergency; the vendor's own consoles could.
        (call.SawEmergency ? call : call.Commands(AgentCommand.Hold)).Held();
        call.After(pause());
        (call.SawEmergency ? call : call.Commands(AgentCommand.Resume)).Resumed();
        call.After(pause());
    }

    private static bool Vanish(CallHistory call, Random chance, Func<double> pause)
    {
        call.AgentVanishes(5 + pause()).AgentDrops().After(pause());
        switch (chance.Next(3))
        {
            case 0:
                call.AgentJoins().After(pause());
                return false;
            case 1:
                call.Requeued().After(pause());
                Answer(call, chance, pause);
                return false;
            default:
                call.CallerHangsUp(true);
                return true;
        }
    }

    /// <summary>15, then 112; nobody is parked, and the agent stays as long as she likes.</summary>
    private static bool EmergencyTransfer(CallHistory call, Random chance, Func<double> pause)
    {
        var id = call.Transfers(TransferKind.Emergency);
        call.TargetProgress(LegProgress.Ringing, 1).After(pause());
        if (chance.Next(2) == 0)
        {
            call.EmergencyNumberFails(chance.Next(2) == 0 ? LegProgress.NoAnswer : LegProgress.Busy, "112").After(pause());
            id = CallHistory.TransferIdOf(call.Ordinal);
            if (chance.Next(3) == 0)
            {
                call.EmergencyNumberFails(LegProgress.Failed, null).After(pause()).CallerHangsUp(true);
                return true;
            }
        }
        call.TargetJoins().After(pause());
        if (chance.Next(2) == 0)
        {
            call.TargetLeaves().After(pause());
            return false;
        }
        call.HandsOver(id).After(pause());
        return WithTarget(call, chance, pause);
    }

    /// <summary>Not reached, refused by key, given up by the agent, gone after the briefing, or cut short by the caller herself.</summary>
    private static bool FailedTransfer(CallHistory call, Random chance, Func<double> pause)
    {
        var id = call.Transfers(chance.Next(3) == 0 ? TransferKind.Blind : TransferKind.Warm);
        call.Held(SegmentKind.Consult).TargetProgress(LegProgress.Ringing, 1).After(pause());
        switch (chance.Next(6))
        {
            case 0:
                call.TargetProgress(LegProgress.NoAnswer, 2).Resumed().After(pause());
                return false;
            case 1:
                call.TargetProgress(LegProgress.Busy, 2).Resumed().After(pause());
                return false;
            case 2:
                call.TargetPresses(id, chance.Next(2) == 0 ? null : "9").TargetProgress(LegProgress.Completed, 3).Resumed().After(pause());
                return false;
            case 3:
                call.Cancels(id).Resumed().TargetProgress(LegProgress.Cancelled, 3).After(pause());
                return false;
            case 4 when call.Kind == TransferKind.Warm:
                call.TargetPresses(id, TransferAcceptance.Key).TargetJoins().After(pause()).TargetLeaves().Resumed().After(pause());
                return false;
            default:
                call.CallerHangsUp(true).TargetProgress(LegProgress.Cancelled, 3);
                return true;
        }
    }

    private static bool WithTarget(CallHistory call, Random chance, Func<double> pause)
    {
        if (chance.Next(2) == 0)
            call.WrapsUp().After(pause()).CallerHangsUp(true);
        else
            call.CallerHangsUp(true).After(pause()).WrapsUp();
        return true;
    }

    private static CallHistory End(CallHistory call, Random chance, Func<double> pause)
    {
        switch (chance.Next(6))
        {
            case 0:
                call.Held().After(pause()).CallerHangsUp(true);
                break;
            case 1:
                call.Commands(AgentCommand.HangUp).CallerHangsUp(true);
                break;
            case 2:
                call.CallerHangsUp(false).ConferenceEnds();
                break;
            case 3:
                call.CallerFoundGone();
                break;
            default:
                call.CallerHangsUp(true);
                break;
        }
        return chance.Next(6) == 0 ? call : call.After(pause()).WrapsUp();
    }

    /// <summary>Much later the vendor's record of the conference is read, and says again what is known.</summary>
    private static CallHistory Afterwards(CallHistory call, Random chance) =>
        chance.Next(4) == 0 ? call.After(25).RecordedAgain(_ => chance.Next(2) == 0) : call;

    private static AgentId NewAgent(Random chance) => new(new Guid(chance.Next(1, 9), 2, 2, [1, 2, 3, 4, 5, 6, 7, 8]));
}
