using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Ivr;

/// <summary>What holds for every caller of every flow that compiles, whatever she presses and whenever she calls.</summary>
public sealed class IvrPropertyTests
{
    private static readonly Gen<IvrInput> AnyInput = Gen.Frequency(
        (6, Gen.Char["0123456789*#"].Select(k => (IvrInput)new IvrKeys($"{k}"))),
        (2, Gen.Const((IvrInput)new IvrSilence())),
        (1, Gen.OneOf("rendez-vous", "ordonnance", "je ne sais pas", "anglais").Select(w => (IvrInput)new IvrSpeech(w))),
        (1, Gen.Const((IvrInput)new IvrUnanswered())),
        (1, Gen.Const((IvrInput)new IvrRecorded())));

    private static readonly Gen<IvrContext> AnyContext = Gen.Select(
        Gen.Int[0, 400 * 24 * 60], Gen.Enum<CallerKind>(),
        (minutes, caller) => new IvrContext(Instant.FromUtc(2026, 6, 1, 0, 0) + Duration.FromMinutes(minutes), caller));

    [Test]
    public void Whatever_a_caller_does_she_comes_to_a_human_a_message_an_emergency_number_or_a_goodbye()
    {
        var flow = Shipped.Flow();

        Gen.Select(AnyContext, AnyInput.Array[0, 40]).Sample((context, inputs) => LeavesInTime(flow, context, inputs), iter: 3000);
    }

    [Test]
    public void From_wherever_she_stands_one_key_is_enough_in_an_emergency()
    {
        var flow = Shipped.Flow();

        Gen.Select(AnyContext, AnyInput.Array[0, 20]).Sample((context, inputs) => EmergencyIsOneKeyAway(flow, context, inputs), iter: 3000);
    }

    [Test]
    public void The_same_holds_for_any_flow_that_the_compiler_lets_through()
    {
        var accepted = 0;
        Gen.Select(RandomFlow.Text, AnyContext, AnyInput.Array[0, 30]).Sample(
            (text, context, inputs) =>
            {
                if (IvrFlowCompiler.Compile(ScriptText.Mapping(text), "0123456789abcdef", Shipped.Hours(), Shipped.Targets).Value is not { } flow)
                    return true;
                Interlocked.Increment(ref accepted);
                return LeavesInTime(flow, context, inputs) && EmergencyIsOneKeyAway(flow, context, inputs) && SilenceMeetsAHuman(flow, context);
            },
            iter: 4000);

        Assert.That(accepted, Is.GreaterThan(100), "too few of the generated flows compile for the test to mean anything");
    }

    /// <summary>Gives the inputs, then only silence: within the flow's count of answers the menus have been left.</summary>
    private static bool LeavesInTime(IvrFlow flow, IvrContext context, IvrInput[] inputs)
    {
        var step = IvrWalk.Start(flow, context);
        var given = 0;
        while (step.Next is IvrAsk)
        {
            if (given > flow.MaxInputs + flow.Nodes.Count)
                return false;
            step = IvrWalk.Continue(flow, step.Position, given < inputs.Length ? inputs[given] : new IvrSilence(), context);
            given++;
        }

        return step.Next is IvrExit;
    }

    private static bool EmergencyIsOneKeyAway(IvrFlow flow, IvrContext context, IvrInput[] inputs)
    {
        var step = IvrWalk.Start(flow, context);
        foreach (var input in inputs)
        {
            if (step.Next is IvrAsk ask && !ask.Keys.Contains(flow.EmergencyKey))
                return false;
            if (IvrWalk.Continue(flow, step.Position, new IvrKeys($"{flow.EmergencyKey}"), context).Next is not IvrEmergency)
                return false;
            step = IvrWalk.Continue(flow, step.Position, input, context);
        }

        return true;
    }

    private static bool SilenceMeetsAHuman(IvrFlow flow, IvrContext context)
    {
        var rehearsed = IvrRehearsal.Play(flow, context, [.. Enumerable.Repeat<IvrInput>(new IvrSilence(), 60)]);
        return !flow.Hours.IsOpen(context.Now) || rehearsed.Steps.Any(s => s.Next is IvrEnqueue or IvrDial or IvrEmergency);
    }
}
