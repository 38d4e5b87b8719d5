using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>Generates whole calls: IVR, waiting, offers, talk, holds, lost agents, transfers, messages, hang-ups anywhere.</summary>
internal static class CallHistories
{
    private static readonly Gen<double> Seconds = Gen.Frequency((1, Gen.Int[0, 900]), (2, Gen.Int[1_001, 90_000])).Select(ms => ms / 1000d);

    public static Gen<CallHistory> Any { get; } =
        from seed in Gen.Int[0, int.MaxValue - 1]
        from pauses in Seconds.Array[64]
        select Write(new Random(seed), pauses);

    private static CallHistory Write(Random chance, double[] pauses)
    {
        var at = 0;
        double Pause() => pauses[at++ % pauses.Length];
        var call = new CallHistory(Instant.FromUtc(2026, 10, 24, 23, 30).Plus(Duration.FromMilliseconds(chance.Next(7_200_000)))).Arrives().After(Pause());
        if (chance.Next(10) == 0)
            return call.CallerHangsUp(false);
        if (chance.Next(10) == 0)
            return call.Directed(CallDirection.Message, SegmentKind.Message).After(Pause()).CallerHangsUp(false);
        call.Queues().After(Pause());
        for (var refused = chance.Next(3); refused > 0; refused--)
            call.Offers(NewAgent(chance)).After(Pause()).Lapses((OfferState)chance.Next(2, 5)).After(Pause());
        if (chance.Next(8) == 0)
            return call.CallerHangsUp(false);
        Answer(call, chance, Pause);
        for (var turns = chance.Next(6); turns > 0; turns--)
        {
            if (Turn(call, chance, Pause))
                return call;
        }
        return End(call.After(Pause()), chance, Pause);
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
        switch (chance.Next(6))
        {
            case 0:
                call.Held().After(pause()).Resumed().After(pause());
                return false;
            case 1:
                call.AgentDrops().After(pause()).AgentJoins().After(pause());
                return false;
            case 2:
                call.AgentDrops().After(pause()).Requeued().After(pause());
                Answer(call, chance, pause);
                return false;
            case 3:
                var missed = call.Transfers(TransferKind.Warm);
                call.Held(SegmentKind.Consult).TargetProgress(LegProgress.Ringing, 1).After(pause());
                call.TargetProgress(chance.Next(2) == 0 ? LegProgress.NoAnswer : LegProgress.Busy, 2).Resumed().After(pause());
                return missed == default;
            case 4:
                var sought = call.Transfers(TransferKind.Doctor);
                call.TargetProgress(LegProgress.Ringing, 1).After(pause()).TargetProgress(chance.Next(2) == 0 ? LegProgress.NoAnswer : LegProgress.Busy, 2).After(pause());
                return sought == default;
            default:
                var id = call.Transfers(TransferKind.Warm);
                call.Held(SegmentKind.Consult).TargetProgress(LegProgress.Ringing, 1).After(pause()).TargetPresses(id, "1").TargetJoins().After(pause());
                call.HandsOver(id).After(pause());
                if (chance.Next(2) == 0)
                {
                    call.WrapsUp().After(pause()).CallerHangsUp(true);
                    return true;
                }
                call.CallerHangsUp(true).After(pause()).WrapsUp();
                return true;
        }
    }

    private static CallHistory End(CallHistory call, Random chance, Func<double> pause)
    {
        if (chance.Next(5) == 0)
            call.Held().After(pause());
        call.CallerHangsUp(true);
        return chance.Next(6) == 0 ? call : call.After(pause()).WrapsUp();
    }

    private static AgentId NewAgent(Random chance) => new(new Guid(chance.Next(1, 9), 2, 2, [1, 2, 3, 4, 5, 6, 7, 8]));
}
